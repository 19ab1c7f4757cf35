// <overlay-chat>: to come.

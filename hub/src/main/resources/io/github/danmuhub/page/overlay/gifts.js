// <overlay-gifts>: to come.

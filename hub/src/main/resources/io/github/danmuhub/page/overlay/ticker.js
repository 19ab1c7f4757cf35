// <overlay-ticker>: to come.

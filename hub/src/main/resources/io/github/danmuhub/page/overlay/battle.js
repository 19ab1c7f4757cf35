// <overlay-battle>: to come.

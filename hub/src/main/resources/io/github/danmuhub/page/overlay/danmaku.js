// <overlay-danmaku>: to come.

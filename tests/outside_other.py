"""Variables of another module, for the programs of `outside`."""

scale = 1.0
total = 5.0


def scaled(x):
    return x * scale


def set_total(x):
    global total
    total = x


def get_total():
    global total
    value, total = total, 5.0
    return value



"""A method that Python calls in a test, and that reads what is written outside."""
from srcad import differentiate


limit = 1.0


class Level:
    def __init__(self, x):
        self.x = x

    def __bool__(self):
        return self.x > limit


@differentiate
def run_by_python(x):
    global limit
    limit = 2 * x
    level = Level(x)
    return x if level else x * x


arguments = (3.0,)

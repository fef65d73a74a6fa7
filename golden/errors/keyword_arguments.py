"""Any keywords."""
from srcad import differentiate


@differentiate
def keyword_arguments(x, **options):
    return x * len(options)


arguments = (3.0,)

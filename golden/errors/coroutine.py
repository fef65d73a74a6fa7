"""A coroutine."""
from srcad import differentiate


@differentiate
async def coroutine(x):
    return x**2


arguments = (3.0,)

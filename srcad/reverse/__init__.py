"""The core backwards: the lines of the adjoint."""
from srcad.reverse.reverse import Reverse

__all__ = ['Reverse']

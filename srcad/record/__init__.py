"""What the primal keeps for the adjoint, where, and under which names."""
from srcad.record.plan import Plan

__all__ = ['Plan']

"""Loop variables that are read behind their loop: a trip sets them, from a variable that is the loop's alone.

The adjoint of such a variable begins each trip as zeros of the shape that the trip before left. The target of a loop is
set where no trip has been yet.
"""

from srcad.analysis.liveness import outlive
from srcad.analysis.types import Array, Bottom, Number, dims_of
from srcad.apart import renamed, types_of_names
from srcad.tree import all_names, assign, name, placed, transform, unused


def lasting(instance):
    """Rewrite the loops of an instance whose variable is read behind them and changes its shape; whether any did."""
    types = types_of_names(instance.inference)
    taken, changed = all_names(instance.tree) | set(instance.params), False
    for s, names in outlive(instance.tree).items():
        for n in sorted(n for n in names if changes_shape(s, types.get(n, ()), instance.inference)):
            item = unused('item', taken)
            s.target = transform(s.target, lambda e, n=n, item=item: renamed(e, n, item))
            s.body[:0] = placed([assign(n, name(item))], s)
            changed = True
    return changed


def changes_shape(s, types, inference):
    """Whether what a loop's variable means is active, and an array, or more than that, whose shape may be another."""
    if not any(t.active for t in types) or all(isinstance(t, (Number, Bottom)) for t in types):
        return False
    rows = isinstance(inference.types.get(s.iter), Array)
    return not rows or len({dims_of(t) for t in types if not isinstance(t, Bottom)}) > 1

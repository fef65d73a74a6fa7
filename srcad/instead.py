"""What stands in the place of a node, once types have said what that is."""

from srcad.tree import placed, transform


def put_instead(instance):
    """Rewrite an instance's tree so; whether there was anything."""
    found, done = instance.inference.instead, []

    def other(n):
        if n in found:
            done.append(n)
            return placed([found[n]], n)[0]
        return None

    if found:
        instance.tree.body = [transform(s, other) for s in instance.tree.body]
    return bool(done)


def all_instead(instance):
    """Refuse what stands in no statement yet, and so could not be put there."""
    for n in instance.inference.instead:
        instance.inference.refuse('srcad does not follow this here: give it a name in a statement of its own', n)

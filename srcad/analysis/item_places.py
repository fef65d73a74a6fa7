"""Rows: lists with items of several kinds, which are read and written at places that the text says: [name, number]."""

from srcad.analysis.at_hand import ITEM
from srcad.analysis.types import BOTTOM, Bottom, Ref


class Places:
    """The part of `Heap` for them: a type for each place, as long as nothing moves the items."""

    def make_row(self, t, items):
        """Store what stands at each place of a new list."""
        (site,) = t.sites
        self.rows[site] = len(items)
        for k, item in enumerate(items):
            if not isinstance(item, Bottom):
                self.store(t, ('at', k), item)

    def loosen(self, t):
        """A list is changed in such a way that its items may stand at other places."""
        news = t.sites & self.rows.keys() - self.loosened
        self.loosened |= news
        self.changed |= bool(news)

    def place(self, site, k):
        """The field of a place in a row; that of any item in other lists."""
        n = self.rows.get(site, 0) if site not in self.loosened else 0
        return ('at', k % n) if -n <= k < n else ITEM

    def store_at(self, t, k, value):
        for site in t.sites:
            if self.place(site, k) != ITEM:
                self.store(Ref(sites=frozenset({site})), self.place(site, k), value)

    def load_at(self, t, k):
        out = BOTTOM
        for site in sorted(t.sites, key=repr):
            out = self.join(out, self.load(Ref(sites=frozenset({site})), self.place(site, k)), 'item')
        return out

    def are_rows_of(self, t, count):
        """Whether a value is one of some lists that all have so many items, at known places."""
        steady = lambda site: self.rows.get(site) == count and site not in self.loosened
        return isinstance(t, Ref) and bool(t.sites) and all(map(steady, t.sites))

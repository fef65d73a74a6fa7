"""Library functions that have no source: the value comes back, its derivative would not."""
import struct

from srcad import differentiate


@differentiate
def packed(x):
    data = struct.pack('d', x)
    return struct.unpack('d', data)[0] ** 2


arguments = (3.0,)

import argparse
import collections
import re

from srcad.differentiate import Differentiable
from tests import fuzz

parser = argparse.ArgumentParser('python -m tests.fuzz', description=fuzz.__doc__, formatter_class=argparse.RawTextHelpFormatter)
parser.add_argument('name', choices=fuzz.NAMES)
parser.add_argument('--examples', type=int, default=500)
parser.add_argument('--seed', type=int, default=1, help='another number, other programs')
parser.add_argument('--by-reference', action='store_true')
options = parser.parse_args()
if options.by_reference:
    Differentiable.make = Differentiable.make_by_reference

seen = collections.Counter()
for number in range(0, options.examples, 100):  # in portions: one ends with the first program that fails
    try:
        seen += fuzz.check(options.name, min(100, options.examples - number), options.seed * 1000 + number // 100)
    except fuzz.WrongGradient as error:
        seen['WRONG'] += 1
        message, _, text = str(error).partition('\n\n')
        print(*(f'# {line}' for line in message.splitlines()), text, sep='\n', flush=True)
alike = collections.Counter()
for answer, count in seen.items():
    alike[re.sub(r"'[^']*'|\b\w+(\[[^ ]*|\.\w+)?(?= (is|may|or)\b)", '_', answer)[:110]] += count
print(*(f'{count:6} {answer}' for answer, count in alike.most_common()), sep='\n')

"""The same problems by other libraries, where they are installed: name -> functions that answer the gradient.

Each entry is a function without arguments that computes value and gradient once.
"""
import warnings

from tests.benchmarks import problems
from tests.benchmarks.problems import LOOP_ARGUMENTS, MLP_ARGUMENTS, STRAIGHT_ARGUMENTS


def loop_by(sin):
    """The loop with a sin of another library."""
    def loop(x, n):
        y = x
        total = 0.0
        for i in range(n):
            y = 2.5 * y * (1.0 - y)
            total = total + sin(y)
        return total
    return loop


def loss_by(np):
    """The loss with another library's tanh and mean."""
    def loss(x, y, W1, b1, W2, b2):
        h = np.tanh(x @ W1 + b1)
        err = h @ W2 + b2 - y
        return np.mean(err**2)
    return loss


def autograd():
    import autograd
    import autograd.numpy as anp
    loop, loss = autograd.value_and_grad(loop_by(anp.sin)), autograd.value_and_grad(loss_by(anp), argnum=(2, 3, 4, 5))
    straight = autograd.value_and_grad(problems.straight, argnum=(0, 1))
    return {'autograd': {
        'loop': lambda: loop(*LOOP_ARGUMENTS),
        'straight': lambda: straight(*STRAIGHT_ARGUMENTS),
        **{size: lambda size=size: loss(*MLP_ARGUMENTS[size]) for size in MLP_ARGUMENTS}}}


def torch():
    import torch
    torch.set_num_threads(1)

    def by_backward(f, wrt):
        """f's value and gradients: leaves made anew at each call, as other gradients are functions of numbers too."""
        def gradient(*arguments):
            tensors = [one if isinstance(one, int) else torch.tensor(one, dtype=torch.float64, requires_grad=k in wrt)
                       for k, one in enumerate(arguments)]
            value = f(*tensors)
            value.backward()
            return value, [tensors[k].grad for k in wrt]
        return gradient

    loop, straight = by_backward(loop_by(torch.sin), (0,)), by_backward(problems.straight, (0, 1))
    loss = by_backward(loss_by(torch), (2, 3, 4, 5))
    return {f'PyTorch {torch.__version__}': {
        'loop': lambda: loop(*LOOP_ARGUMENTS),
        'straight': lambda: straight(*STRAIGHT_ARGUMENTS),
        **{size: lambda size=size: loss(*MLP_ARGUMENTS[size]) for size in MLP_ARGUMENTS}}}


def jax():
    import jax
    import jax.numpy as jnp
    jax.config.update('jax_enable_x64', True)

    def scanned(x, n):
        def step(y, _):
            y = 2.5 * y * (1.0 - y)
            return y, jnp.sin(y)
        return jax.lax.scan(step, x, length=n)[1].sum()

    def ready(f):
        return lambda *arguments: jax.block_until_ready(f(*arguments))

    straight = jax.value_and_grad(problems.straight, (0, 1))
    loss = jax.value_and_grad(loss_by(jnp), (2, 3, 4, 5))
    eager_loop = ready(jax.value_and_grad(loop_by(jnp.sin)))
    fast_loop = ready(jax.jit(jax.value_and_grad(scanned), static_argnums=1))
    fast_straight, fast_loss = ready(jax.jit(straight)), ready(jax.jit(loss))
    straight, loss = ready(straight), ready(loss)
    return {
        f'JAX {jax.__version__}': {
            'loop': lambda: eager_loop(*LOOP_ARGUMENTS),
            'straight': lambda: straight(*STRAIGHT_ARGUMENTS),
            **{size: lambda size=size: loss(*MLP_ARGUMENTS[size]) for size in MLP_ARGUMENTS}},
        # As compiled code; the loop had to be written as a lax.scan for that.
        'jax.jit': {
            'loop': lambda: fast_loop(*LOOP_ARGUMENTS),
            'straight': lambda: fast_straight(*STRAIGHT_ARGUMENTS),
            **{size: lambda size=size: fast_loss(*MLP_ARGUMENTS[size]) for size in MLP_ARGUMENTS}}}


def tangent():
    import tangent
    # preserve_result: the value too, as the others answer it.
    loop = tangent.grad(problems.numpy_loop, preserve_result=True)
    straight = tangent.grad(problems.straight, wrt=(0, 1), preserve_result=True)
    loss = tangent.grad(problems.loss, wrt=(2, 3, 4, 5), preserve_result=True)
    return {'tangent-ad': {
        'loop': lambda: loop(*LOOP_ARGUMENTS),
        'straight': lambda: straight(*STRAIGHT_ARGUMENTS),
        **{size: lambda size=size: loss(*MLP_ARGUMENTS[size]) for size in MLP_ARGUMENTS}}}


def installed():
    """tool -> problem -> function; a library that is not there, or cannot do it, is told of and left out."""
    found = {}
    for make in (autograd, torch, jax, tangent):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter('ignore')
                found.update(make())
        except ImportError:
            print(f'{make.__name__} is not installed')
        except Exception as error:
            print(f'{make.__name__} fails: {type(error).__name__}: {error}')
    return found

"""Programs of the size people write: steppers, springs, orbits, heat, waves, reactions."""
import math

import numpy as np


def runge_kutta_pendulum(theta, omega, length, n):
    g = 9.81
    dt = 0.05
    for step in range(n):
        k1t = omega
        k1o = -g / length * math.sin(theta)
        k2t = omega + 0.5 * dt * k1o
        k2o = -g / length * math.sin(theta + 0.5 * dt * k1t)
        k3t = omega + 0.5 * dt * k2o
        k3o = -g / length * math.sin(theta + 0.5 * dt * k2t)
        k4t = omega + dt * k3o
        k4o = -g / length * math.sin(theta + dt * k3t)
        theta += dt / 6 * (k1t + 2 * k2t + 2 * k3t + k4t)
        omega += dt / 6 * (k1o + 2 * k2o + 2 * k3o + k4o)
    return theta + 0.1 * omega


def lorenz_rhs(state, sigma, rho, beta):
    x, y, z = state
    return np.array([sigma * (y - x), x * (rho - z) - y, x * y - beta * z])


def lorenz(state, sigma, rho, beta, n):
    dt = 0.01
    for _ in range(n):
        k1 = lorenz_rhs(state, sigma, rho, beta)
        k2 = lorenz_rhs(state + 0.5 * dt * k1, sigma, rho, beta)
        state = state + dt * k2
    return np.sum(state**2) / 100


def predator_prey(prey, pred, a, b, c, e, days):
    history = []
    dt = 0.1
    t = 0.0
    while t < days - 0.05:
        births = a * prey
        eaten = b * prey * pred
        prey = prey + dt * (births - eaten)
        pred = pred + dt * (e * eaten - c * pred)
        if pred < 0.01:
            pred = 0.01
        history.append(prey)
        t += dt
    peak = history[0]
    for h in history:
        if h > peak:
            peak = h
    return peak + pred


def projectile_with_drag(vx, vy, drag):
    x = 0.0
    y = 0.0
    dt = 0.02
    for i in range(500):
        speed = math.hypot(vx, vy)
        ax = -drag * speed * vx
        ay = -9.81 - drag * speed * vy
        x_old, y_old = x, y
        x += vx * dt
        y += vy * dt
        vx += ax * dt
        vy += ay * dt
        if y < 0:
            t = y_old / (y_old - y)
            return x_old + t * (x - x_old)
    return x


def spring_chain(x, v, k, steps):
    n = len(x)
    dt = 0.05
    for s in range(steps):
        force = np.zeros(n)
        for i in range(n - 1):
            stretch = x[i + 1] - x[i] - 1.0
            force[i] += k * stretch
            force[i + 1] -= k * stretch
        v += dt * force
        x += dt * v
    kinetic = 0.5 * np.sum(v**2)
    potential = 0.0
    for i in range(n - 1):
        potential += 0.5 * k * (x[i + 1] - x[i] - 1.0)**2
    return kinetic + potential + x[0] * v[-1]


def gravity_n_body(pos, vel, mass, steps):
    n = len(mass)
    dt = 0.01
    for _ in range(steps):
        acc = np.zeros_like(pos)
        for i in range(n):
            for j in range(n):
                if i == j:
                    continue
                r = pos[j] - pos[i]
                d2 = r @ r + 0.1
                acc[i] += mass[j] * r / (d2 * np.sqrt(d2))
        vel = vel + dt * acc
        pos = pos + dt * vel
    return np.sum(pos**2) + np.sum(mass[:, None] * vel**2)


def lennard_jones(pos, eps, sigma):
    n = pos.shape[0]
    energy = 0.0
    for i in range(n):
        for j in range(i + 1, n):
            d = pos[i] - pos[j]
            r2 = np.sum(d**2)
            if r2 > 9.0:
                continue
            s6 = (sigma**2 / r2)**3
            energy += 4 * eps * (s6**2 - s6)
    return energy


def heat_equation_2d(u, alpha, steps):
    for t in range(steps):
        new = u.copy()
        new[1:-1, 1:-1] += alpha * (u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] - 4 * u[1:-1, 1:-1])
        u = new
    return np.sum(u**2)


def advection_upwind(u, speed, steps):
    n = len(u)
    for t in range(steps):
        flux = np.zeros(n + 1)
        for i in range(1, n):
            if speed > 0:
                flux[i] = speed * u[i - 1]
            else:
                flux[i] = speed * u[i]
        u = u - 0.2 * (flux[1:] - flux[:-1])
    return np.sum(u * np.arange(n))


def burgers(u, nu, steps):
    dx = 0.2
    dt = 0.02
    for _ in range(steps):
        conv = u[1:-1] * (u[2:] - u[:-2]) / (2 * dx)
        diff = nu * (u[2:] - 2 * u[1:-1] + u[:-2]) / dx**2
        u[1:-1] += dt * (diff - conv)
        u[0] = u[-2]
        u[-1] = u[1]
    return np.mean(u**3)


def wave_with_damping(u0, c, gamma, steps):
    prev = u0.copy()
    curr = u0.copy()
    energy = 0.0
    for k in range(steps):
        nxt = np.zeros_like(u0)
        for i in range(1, len(u0) - 1):
            lap = curr[i - 1] - 2 * curr[i] + curr[i + 1]
            nxt[i] = (2 - gamma) * curr[i] - (1 - gamma) * prev[i] + c**2 * lap
        prev, curr = curr, nxt
        energy += np.sum((curr - prev)**2)
    return energy


def random_walk_potential(x, n, seed):
    state = seed
    total = 0.0
    for i in range(n):
        state = (1103515245 * state + 12345) % 2147483648
        u = state / 2147483648
        if u < 0.5:
            x = x + 0.1 * math.sin(x)
        else:
            x = x - 0.05 * x
        total += x * u
    return total


def kepler(mean_anomaly, e):
    E = mean_anomaly
    while True:
        dE = (E - e * math.sin(E) - mean_anomaly) / (1 - e * math.cos(E))
        E = E - dE
        if abs(dE) < 1e-13:
            break
    x = math.cos(E) - e
    y = math.sqrt(1 - e * e) * math.sin(E)
    return math.atan2(y, x)


def robot_arm(angles, lengths, target):
    x = 0.0
    y = 0.0
    heading = 0.0
    for angle, length in zip(angles, lengths):
        heading += angle
        x += length * math.cos(heading)
        y += length * math.sin(heading)
    tx, ty = target
    return (x - tx)**2 + (y - ty)**2


def ray_through_lenses(height, slope, focal, gaps):
    for f, gap in zip(focal, gaps):
        height = height + gap * slope
        if abs(height) > 2.0:
            return height * 10
        slope = slope - height / f
    return height + slope


def two_stage_rocket(fuel, burn, mass):
    v = 0.0
    h = 0.0
    dt = 0.1
    stage = 1
    for k in range(60):
        if fuel > 0:
            used = burn * dt
            if used > fuel:
                used = fuel
            fuel -= used
            thrust = 30 * used / dt
        else:
            if stage == 1:
                stage = 2
                mass = mass * 0.6
                fuel = 0.7
            thrust = 0.0
        a = thrust / (mass + fuel) - 9.81
        v += a * dt
        h += v * dt
        if h < 0:
            h = 0.0
            v = 0.0
    return h + 0.1 * v


def chemical_kinetics(c, k, t_end):
    t = 0.0
    dt = 0.1
    while t < t_end:
        step = min(dt, t_end - t)
        r1 = k[0] * c[0]
        r2 = k[1] * c[1] ** 2
        c = c + step * np.array([-r1, r1 - r2, r2])
        t += step
    return c[2] * 2 + c[1]


def van_der_pol_adaptive(x, v, mu):
    t = 0.0
    h = 0.1
    accepted = 0
    while t < 1.0 and accepted < 100:
        ax = v
        av = mu * (1 - x * x) * v - x
        x1 = x + h * ax
        v1 = v + h * av
        bx = v1
        bv = mu * (1 - x1 * x1) * v1 - x1
        err = abs(h * (bv - av) / 2)
        if err > 0.05:
            h = h / 2
            continue
        x = x + h * (ax + bx) / 2
        v = v + h * (av + bv) / 2
        t += h
        accepted += 1
        if err < 0.01:
            h = h * 1.5
    return x * v


def epidemic(beta, gamma, seed_cases, days):
    s, i, r = 1.0 - seed_cases, seed_cases, 0.0
    peak = 0.0
    for day in range(days):
        new_cases = beta * s * i
        recovered = gamma * i
        s -= new_cases
        i += new_cases - recovered
        r += recovered
        peak = max(peak, i)
    return peak + r


def ising_mean_field(J, h, beta):
    m = 0.5
    for it in range(200):
        new = math.tanh(beta * (J * m + h))
        if abs(new - m) < 1e-14:
            break
        m = 0.5 * m + 0.5 * new
    return m


def ray_march_sphere(ox, oz, radius):
    t = 0.0
    hit = False
    for i in range(80):
        px = ox + 0.0 * t
        pz = oz + t
        dist = math.sqrt(px * px + pz * pz) - radius
        if dist < 1e-12:
            hit = True
            break
        t += dist
        if t > 20:
            break
    if not hit:
        return t * 0.01 + dist
    return t


def fluid_pipe(flow, lengths, diameters):
    loss = 0.0
    for length, dia in zip(lengths, diameters):
        area = math.pi * dia**2 / 4
        v = flow / area
        re = v * dia / 1e-3
        if re < 2300:
            f = 64 / re
        else:
            f = 0.316 / re**0.25
        loss += f * length / dia * v * v / 2
    return loss / 100


def checkpoints(x, n):
    saved = []
    value = x
    for step in range(n):
        if step % 2 == 0:
            saved.append(value)
        was = value
        value = value + 0.1 * math.sin(was * step)
    d = 0.0
    for s in reversed(saved):
        d = d * 0.5 + s * value
    return d


_r = np.random.default_rng(11)
_X = _r.normal(size=(6, 3))
_u7 = np.sin(np.linspace(0.0, 3.0, 7)) + 0.2
_image = _r.normal(size=(5, 4))

CASES = [
    (runge_kutta_pendulum, (0.8, 0.1, 1.2, 10), (0, 1, 2)), (runge_kutta_pendulum, (0.8, 0.1, 1.2, 0), (0, 1, 2)),
    (lorenz, (np.array([1.0, 0.5, 20.0]), 10.0, 28.0, 2.7, 10), (0, 1, 2, 3)),
    (predator_prey, (1.0, 0.5, 1.1, 0.4, 0.4, 0.3, 3.0), (0, 1, 2, 3, 4, 5)),
    (predator_prey, (0.1, 0.005, 1.1, 0.4, 9.4, 0.3, 1.0), (0, 1, 2)),
    (projectile_with_drag, (8.0, 9.0, 0.02), (0, 1, 2)),
    (spring_chain, (np.array([0.0, 1.2, 1.9]), np.array([0.1, 0.0, -0.2]), 2.0, 5), (0, 1, 2)),
    (gravity_n_body, (_X[:3, :2], _X[3:, :2], np.array([1.0, 0.5, 2.0]), 4), (0, 1, 2)),
    (lennard_jones, (np.array([[0.0, 0.0], [1.2, 0.1], [0.2, 1.4], [3.9, 0.3]]), 0.8, 1.1), (0, 1, 2)),
    (heat_equation_2d, (_image, 0.1, 3), (0, 1)), (advection_upwind, (_u7, 0.7, 3), (0, 1)),
    (advection_upwind, (_u7, -0.7, 3), (0, 1)), (burgers, (_u7, 0.1, 4), (0, 1)),
    (wave_with_damping, (_u7, 0.6, 0.1, 4), (0, 1, 2)), (random_walk_potential, (0.7, 9, 42), (0,)),
    (kepler, (0.9, 0.3), (0, 1)), (robot_arm, ((0.3, -0.5, 0.9), [1.0, 0.8, 0.5], (1.5, 0.4)), (0, 1, 2)),
    (ray_through_lenses, (0.3, 0.2, [1.5, -2.0, 1.1], [0.5, 1.0, 0.7]), (0, 1, 2, 3)),
    (ray_through_lenses, (1.3, 0.9, [1.5, -2.0, 1.1], [1.5, 1.0, 0.7]), (0, 1, 2, 3)),
    (two_stage_rocket, (1.05, 0.52, 0.4), (0, 1, 2)),
    (chemical_kinetics, (np.array([1.0, 0.2, 0.0]), np.array([0.7, 1.3]), 0.95), (0, 1, 2)),
    (van_der_pol_adaptive, (0.7, 1.2, 1.5), (0, 1, 2)), (epidemic, (0.6, 0.2, 0.01, 25), (0, 1, 2)),
    (ising_mean_field, (1.0, 0.1, 1.3), (0, 1, 2)), (ray_march_sphere, (0.3, -3.0, 1.0), (0, 1, 2)),
    (ray_march_sphere, (1.3, -3.0, 1.0), (0, 1, 2)), (fluid_pipe, (0.02, [1.0, 2.0], [0.1, 0.2]), (0, 1, 2)),
    (fluid_pipe, (0.02, [1.0, 2.0], [0.1, 30.0]), (0, 1, 2)), (checkpoints, (0.7, 6), (0,)),
    (checkpoints, (0.7, 0), (0,)),
]

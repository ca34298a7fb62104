/** The longest that a timer of Node can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Something that happens by itself at an instant. */
interface Appointment {
	due: number;
	/** Whether it was asked for as a pause from then on, and not as a date. */
	readonly isPause: boolean;
	readonly action: () => void;
	timer: NodeJS.Timeout | null;
}

/** Puts an appointment behind everything that is not due later. */
function insert(queue: Appointment[], appointment: Appointment): void {
	let from = 0;
	let to = queue.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((queue[middle]?.due ?? Infinity) > appointment.due) to = middle;
		else from = middle + 1;
	}
	queue.splice(from, 0, appointment);
}

/**
 * The sandbox's own clock. It runs with the real one until it is moved; what is due on the way
 * happens at once, in order, each at its own instant. All instants are milliseconds since 1970.
 */
export class Clock {
	private readonly appointments = new Set<Appointment>();
	private aheadMs = 0;
	/** While the clock is moved: the instant of what is happening, and what is due, in order. */
	private passing: { instant: number; readonly queue: Appointment[] } | null = null;

	now(): number {
		return this.passing?.instant ?? Date.now() + this.aheadMs;
	}

	/** How far it is ahead of the real clock; negative where it is behind. */
	get ahead(): number {
		return this.aheadMs;
	}

	/** Does something when the clock shows an instant; soon where that is past. */
	at(due: number, action: () => void): () => void {
		return this.enter({ due, isPause: false, action, timer: null });
	}

	/** Does something after a pause. */
	after(ms: number, action: () => void): () => void {
		return this.enter({ due: this.now() + ms, isPause: true, action, timer: null });
	}

	/** @returns a function that takes the appointment back */
	private enter(appointment: Appointment): () => void {
		this.appointments.add(appointment);
		if (this.passing) insert(this.passing.queue, appointment);
		else this.arm(appointment);
		return () => this.remove(appointment);
	}

	private remove(appointment: Appointment): void {
		if (appointment.timer) clearTimeout(appointment.timer);
		this.appointments.delete(appointment);
	}

	private arm(appointment: Appointment): void {
		if (appointment.timer) clearTimeout(appointment.timer);
		const ms = Math.min(Math.max(appointment.due - this.now(), 0), LONGEST_TIMER_MS);
		appointment.timer = setTimeout(() => {
			if (appointment.due > this.now()) this.arm(appointment);
			else this.keep(appointment);
		}, ms);
	}

	private keep(appointment: Appointment): void {
		this.remove(appointment);
		appointment.action();
	}

	/** Lets everything happen that is due until then, also what that brings about. */
	private pass(until: number): void {
		const queue = [...this.appointments].sort((one, other) => one.due - other.due);
		const passing = { instant: this.now(), queue };
		this.passing = passing;
		try {
			for (let next = queue[0]; next && next.due <= until; next = queue[0]) {
				queue.shift();
				if (!this.appointments.has(next)) continue;
				passing.instant = Math.max(passing.instant, next.due);
				this.keep(next);
			}
		} finally {
			this.passing = null;
		}
	}

	/**
	 * Moves the clock. Forwards, what is due on the way happens now. Backwards, dates wait until they
	 * come again, and pauses last as long as they would have.
	 */
	moveTo(instant: number): void {
		const from = this.now();
		if (instant >= from) this.pass(instant);
		else for (const each of this.appointments) if (each.isPause) each.due += instant - from;
		this.aheadMs = instant - Date.now();
		for (const each of this.appointments) this.arm(each);
	}

	/** Forgets every appointment. */
	clear(): void {
		for (const each of this.appointments) if (each.timer) clearTimeout(each.timer);
		this.appointments.clear();
	}

	/** Shows the real time again, with nothing left to happen. */
	reset(): void {
		this.clear();
		this.aheadMs = 0;
	}
}

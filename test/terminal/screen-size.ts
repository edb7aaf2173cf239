/** The part of `process.stdout` that tells the size of the screen. */
export class ScreenSize {
	readonly #events = new EventTarget();
	columns: number;
	rows: number;

	constructor(columns: number, rows: number) {
		this.columns = columns;
		this.rows = rows;
	}

	on(event: 'resize', listener: () => void): void {
		this.#events.addEventListener(event, listener);
	}

	off(event: 'resize', listener: () => void): void {
		this.#events.removeEventListener(event, listener);
	}

	/** As after SIGWINCH: the size is known before the event. */
	change(columns: number, rows: number): void {
		this.columns = columns;
		this.rows = rows;
		this.#events.dispatchEvent(new Event('resize'));
	}
}

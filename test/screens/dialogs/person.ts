import {openDialog, reduceDialog} from '../../../source/screens/dialogs/dialog.js';
import type {Dialog} from '../../../source/screens/dialogs/dialog-state.js';
import {makePlan, refreshPlan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import type {Edited} from '../../../source/terminal/tty/editor.js';
import {entry, syncing, Watched} from '../../monitor/watched.js';
import {access, type recordedCluster} from '../../operations/recorded-clusters.js';

/** A cluster with two tasks that replicate. */
export const watched = () => new Watched().whole(entry('mysql-01', [syncing('billing'), syncing('users')]));

/** A person at the keyboard: each key a second after the last, unless told otherwise. */
export class Person {
	#now = 10_000;
	dialog: Dialog;

	constructor(choice: Choice, cluster = watched().view()) {
		this.dialog = openDialog(makePlan(choice, cluster, access), {id: '1', at: this.#now});
	}

	wait(milliseconds: number): this {
		this.#now += milliseconds;
		return this;
	}

	/** Keys in one event. */
	together(...keys: readonly string[]): this {
		this.dialog = reduceDialog(this.dialog, {kind: 'keys', keys, at: this.#now});
		return this;
	}

	/** Keys one by one, `every` ms. */
	press(keys: readonly string[], every = 1000): this {
		for (const key of keys) {
			this.wait(every).together(key);
		}

		return this;
	}

	type(text: string, every = 120): this {
		return this.press(
			[...text].map(character => (character === ' ' ? 'space' : character)),
			every,
		);
	}

	paste(text: string): this {
		this.dialog = reduceDialog(this.dialog, {kind: 'paste', text, at: this.#now});
		return this;
	}

	/** An editor was left. */
	edit(edited: Edited): this {
		this.dialog = reduceDialog(this.dialog, {kind: 'edited', edited, at: this.#now});
		return this;
	}

	refresh(cluster: ReturnType<typeof recordedCluster>): this {
		const plan = refreshPlan(this.dialog.plan, cluster);
		this.dialog = reduceDialog(this.dialog, {kind: 'plan', plan, at: this.#now});
		return this;
	}

	get outcome() {
		return this.dialog.outcome;
	}
}

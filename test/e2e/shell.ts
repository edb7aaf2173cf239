/**
 * The built program started from a shell, with its process id and whatever it writes in a folder of the test's own.
 */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expectAsBefore, startInShell} from '../terminal/tty/in-shell.js';
import {RealTerminal, isRunning, node, until} from '../terminal/real-terminal.js';
import {makeFolder} from '../folder.js';
import {program} from './terminal.js';

/** Room for a table. */
const size = {columns: 80, rows: 24};

export const simulated = '--simulate calm';

export class Shell {
	readonly #opened: RealTerminal[] = [];
	readonly folder = makeFolder().path;

	/** A terminal with this program in it. */
	start(...line: readonly [file: string, ...args: string[]]): RealTerminal {
		const terminal = new RealTerminal(line, {}, size);
		this.#opened.push(terminal);
		return terminal;
	}

	/** The text of a shell command that leaves its process id in a file and becomes dm-top; `$0` is the folder. */
	command(parameters = simulated): string {
		return `sh -c 'echo $$ >"$0/pid"; exec "${node}" "${program}" ${parameters}' "${this.folder}"`;
	}

	/** A terminal with a shell in it that runs that command, or another, and waits for its end. */
	run(line = this.command(), environment: Readonly<Record<string, string>> = {}): RealTerminal {
		const terminal = startInShell(line, this.folder, {XDG_STATE_HOME: this.folder, ...environment}, size);
		this.#opened.push(terminal);
		return terminal;
	}

	/** Of the last such command. */
	async pid(): Promise<number> {
		return Number(await this.read('pid'));
	}

	/** A file of the folder. */
	async read(name: string): Promise<string> {
		return readFile(path.join(this.folder, name), 'utf8');
	}

	async expectBack(terminal: RealTerminal): Promise<void> {
		await expectAsBefore(terminal, this.folder, 'dm-top calm');
	}

	/** Closes every terminal. */
	close(): void {
		for (const terminal of this.#opened) {
			terminal.kill();
		}
	}
}

/** Waits for the end of a process. */
export const hasEnded = async (pid: number): Promise<void> =>
	until('the program has ended', () => !isRunning(pid));

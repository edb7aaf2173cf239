/** Simulated clusters behind ports, served by the program itself. */
import {spawn} from 'node:child_process';
import process from 'node:process';

/** A simulated cluster behind a port, until it is disposed of, and the parameters that name it. */
export type Served = Disposable & {readonly parameters: readonly string[]};

/**
 * Serves a scenario of the simulator as a dm-master does.
 *
 * @throws {Error} when the program does not say where it serves it.
 */
export const serve = async (program: string, scenario: string): Promise<Served> => {
	const child = spawn(process.execPath, [program, '--simulate', scenario, '--listen', '127.0.0.1:0'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const {promise: address, resolve, reject} = Promise.withResolvers<string>();
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		const found = /http:\/\/(?<address>[\d.:]+)/v.exec(said)?.groups?.['address'];
		if (found !== undefined) {
			resolve(found);
		}
	});
	child.on('exit', code => {
		reject(new Error(`Serving ${scenario} ended with ${code}: ${said}`));
	});
	return {
		parameters: ['--master-addr', await address],
		[Symbol.dispose]() {
			child.kill();
		},
	};
};

import {say} from '../../language/say.js';
import {parseStatusSteps} from '../../dm/parse-status.js';
import {StatusFormatError} from '../../dm/reading/status-format-error.js';
import type {ParsedStatus} from '../../dm/status.js';
import {inSlices} from '../slices.js';
import {textOf} from '../json-fields.js';
import {isObject} from '../../dm/values/json-object.js';
import {answerProblem, bodyProblem, type HttpAnswer} from './connection/answer-problem.js';
import {CallFailure} from './connection/call-failure.js';
import {Connection, type GetOptions, type Request} from './connection/connection.js';
import type {TlsFiles} from './connection/tls-files.js';
import type {MasterAddress} from './master-address.js';
import {decodeMembersSteps, MembersError, type MembersAnswer} from './members.js';

/** The members: the leader, masters, workers. */
export const membersPath = '/apis/v1alpha1/members';

/** Without the slash at its end dm-master answers 501. */
const statusPath = '/apis/v1alpha1/status/';

/** The parsed answer of `status/`. */
export type StatusAnswer = {
	readonly status: ParsedStatus;
	/** Ms */
	readonly took: number;
};

/** The calls to one dm-master that dm-top needs. Each throws a `CallFailure` when nothing usable came. */
export class DmMaster implements AsyncDisposable {
	/**
	 * Prepares the connection; the first call connects.
	 *
	 * @throws {CallFailure} When the TLS files cannot be used.
	 */
	static async open(address: MasterAddress, tls: TlsFiles): Promise<DmMaster> {
		return new DmMaster(await Connection.open(address, tls));
	}

	readonly #connection: Connection;

	private constructor(connection: Connection) {
		this.#connection = connection;
	}

	async #send(request: Request, options: GetOptions): Promise<HttpAnswer> {
		const {path} = request;
		const answer = await this.#connection.send(request, options);
		const problem = answerProblem(this.#connection.address, path, answer);
		if (problem) {
			throw problem;
		}

		return answer;
	}

	async #get(path: string, options: GetOptions): Promise<HttpAnswer> {
		return this.#send({method: 'GET', path}, options);
	}

	/** Once the signal is aborted the answer is not waited for, so that quitting is quick. */
	async #parse(text: string, signal: AbortSignal): Promise<ParsedStatus> {
		try {
			return await inSlices(parseStatusSteps(text), signal);
		} catch (error) {
			if (error instanceof StatusFormatError) {
				throw bodyProblem(this.#connection.address, text, error.message);
			}

			throw error;
		}
	}

	get label(): string {
		return this.#connection.address.label;
	}

	/** The leader, the masters, and the workers with their sources. Never waits for a worker. */
	async members(options: GetOptions): Promise<MembersAnswer> {
		const answer = await this.#get(membersPath, options);
		try {
			return await inSlices(decodeMembersSteps(answer.text), options.signal);
		} catch (error) {
			if (error instanceof MembersError) {
				throw bodyProblem(this.#connection.address, answer.text, error.message);
			}

			throw error;
		}
	}

	/** Its page of metrics, as text. */
	async metrics(options: GetOptions): Promise<string> {
		const {text} = await this.#get('/metrics', options);
		return text;
	}

	/** DM's version, such as "v7.5.5"; '' when the text does not contain it. */
	async version(options: GetOptions): Promise<string> {
		const {text} = await this.#get('/status', options);
		return /^Release Version:\s*(?<version>\S+)/v.exec(text)?.groups?.['version'] ?? '';
	}

	/** The status of one source, or of all. */
	async status(source: string | undefined, options: GetOptions): Promise<StatusAnswer> {
		const path = source === undefined ? statusPath : `${statusPath}?sources=${encodeURIComponent(source)}`;
		const {text, took} = await this.#get(path, options);
		const status = await this.#parse(text, options.signal);
		if (!status.result && status.sources.length === 0) {
			throw new CallFailure(
				{
					what: say('{label} says: {said}', {
						label: this.label,
						said: status.msg === '' ? say('result is false') : status.msg,
					}),
					fix: '',
					detail: `for ${path}`,
				},
				{scope: 'call'},
			);
		}

		if (source !== undefined && status.sources.every(entry => entry.source !== source)) {
			throw new CallFailure(
				{
					what: say('the answer of {label} has no entry for it', {label: this.label}),
					fix: '',
					detail: `for ${path}`,
				},
				{scope: 'call'},
			);
		}

		return {status, took};
	}

	/** The answer of a v1alpha1 path, as an object with `result` and `msg`. Only for reading. */
	async read(request: Request, options: GetOptions): Promise<Readonly<Record<string, unknown>>> {
		const {text} = await this.#send(request, options);
		let body: unknown;
		try {
			body = JSON.parse(text);
		} catch {
			throw bodyProblem(this.#connection.address, text, say('it is not a whole JSON object'));
		}

		if (!isObject(body) || typeof body['result'] !== 'boolean') {
			throw bodyProblem(this.#connection.address, text, say('it has no result'));
		}

		return body;
	}

	/** The ID of the etcd in this dm-master, which stays the same through any tunnel; '' when it is not reported. */
	async memberId(options: GetOptions): Promise<string> {
		const {text} = await this.#send({method: 'POST', path: '/v3/maintenance/status', body: '{}'}, options);
		const body: unknown = JSON.parse(text);
		return isObject(body) && isObject(body['header']) ? textOf(body['header']['member_id']) : '';
	}

	/** Whether OpenAPI is served there. It does not throw for a port that answers something else. */
	async servesOpenApi(options: GetOptions): Promise<boolean> {
		const {status, text} = await this.#connection.get('/api/v1/cluster/masters', options);
		return status === 200 && /^\s*\{/v.test(text) && text.includes('"data"');
	}

	/** Closes every connection; calls that are under way fail. */
	async close(): Promise<void> {
		await this.#connection.close();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.close();
	}
}

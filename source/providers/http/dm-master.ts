import {parseStatus, StatusFormatError} from '../../dm/parse-status.js';
import type {ParsedStatus} from '../../dm/status.js';
import {parseStatusInSlices} from '../slices.js';
import {answerTrouble, bodyTrouble, type Answer} from './connection/answer-trouble.js';
import {CallFailure} from './connection/call-failure.js';
import type {Connection, GetOptions} from './connection/connection.js';
import {decodeMembers, MembersError, type Members} from './members.js';

/** Who is there: the leader, masters, workers. */
export const membersPath = '/apis/v1alpha1/members';

/** Without the slash at its end dm-master answers 501. */
const statusPath = '/apis/v1alpha1/status/';

/** What `status/` said, read. */
export type StatusAnswer = {
	readonly status: ParsedStatus;
	/** The document itself. */
	readonly text: string;
	/** Ms */
	readonly took: number;
};

/** The calls to one dm-master that dm-top needs. Each throws a `CallFailure` when nothing usable came. */
export class DmMaster {
	readonly #connection: Connection;

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	async #get(path: string, options: GetOptions): Promise<Answer> {
		const answer = await this.#connection.get(path, options);
		const trouble = answerTrouble(this.#connection.address, path, answer);
		if (trouble) {
			throw trouble;
		}

		return answer;
	}

	async #parse(text: string): Promise<ParsedStatus> {
		try {
			return await parseStatusInSlices(text);
		} catch (error) {
			if (error instanceof StatusFormatError) {
				throw bodyTrouble(this.#connection.address, text, error.message);
			}

			throw error;
		}
	}

	get label(): string {
		return this.#connection.address.label;
	}

	/** Who leads, the masters, and the workers with the sources they have taken. Never waits for a worker. */
	async members(options: GetOptions): Promise<Members> {
		const answer = await this.#get(membersPath, options);
		try {
			return decodeMembers(answer.text);
		} catch (error) {
			if (error instanceof MembersError) {
				throw bodyTrouble(this.#connection.address, answer.text, error.message);
			}

			throw error;
		}
	}

	/** DM's version, such as "v7.5.5"; '' when the text does not say. */
	async version(options: GetOptions): Promise<string> {
		const {text} = await this.#get('/status', options);
		return /^Release Version:\s*(?<version>\S+)/v.exec(text)?.groups?.['version'] ?? '';
	}

	/** The status of one source, or of all. */
	async status(source: string | undefined, options: GetOptions): Promise<StatusAnswer> {
		const path = source === undefined ? statusPath : `${statusPath}?sources=${encodeURIComponent(source)}`;
		const {text, took} = await this.#get(path, options);
		const status = await this.#parse(text);
		if (!status.result && status.sources.length === 0) {
			throw new CallFailure(
				{
					what: `${this.label} says: ${status.msg === '' ? 'result is false' : status.msg}`,
					fix: '',
					detail: `for ${path}`,
				},
				{scope: 'call'},
			);
		}

		if (source !== undefined && status.sources.every(entry => entry.source !== source)) {
			throw new CallFailure(
				{what: `the answer of ${this.label} has no entry for it`, fix: '', detail: `for ${path}`},
				{scope: 'call'},
			);
		}

		return {status, text, took};
	}

	async close(): Promise<void> {
		await this.#connection.close();
	}
}

/** The part of a v1alpha1 status document that is about these sources, as a document of its own. */
export const onlySources = (text: string, names: ReadonlySet<string>): ParsedStatus => {
	const body = JSON.parse(text) as {sources?: ReadonlyArray<{sourceStatus?: {source?: string} | undefined}>};
	const sources = (body.sources ?? []).filter(entry => names.has(entry.sourceStatus?.source ?? ''));
	return parseStatus(JSON.stringify({...body, sources}));
};

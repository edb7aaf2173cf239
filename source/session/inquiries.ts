/**
 * Inquiries to DM for pages: configurations, validation, tables. Each answer stays until the next inquiry.
 */
import {stripSecrets} from '../dm/secrets/passwords.js';
import type {Page, PageKind} from '../operations/offering/pages.js';
import {Listeners} from '../providers/waiting/listeners.js';
import type {Problem} from '../providers/provider.js';
import type {
	Config,
	MigrateTarget,
	OfSource,
	Readers,
	RowDifferences,
	ValidationStatus,
} from '../providers/readers.js';
import {say} from '../language/say.js';
import type {Phrase} from '../language/text.js';
import {plainProblem, thrownProblem} from '../providers/problem.js';

/** The content of a page. */
export type PageAnswer =
	| {
			readonly kind: 'config';
			readonly config: Config;
			/** Where the tables of a task go, by source; absent where unknown. */
			readonly targets?: ReadonlyArray<OfSource<readonly MigrateTarget[]>>;
	  }
	| {readonly kind: 'validation'; readonly status: ValidationStatus; readonly differences: RowDifferences}
	| {readonly kind: 'names'; readonly names: readonly string[]}
	| {readonly kind: 'columns'; readonly sql: string};

/** What is known for a page, and whether it is being asked for. */
export type Inquiry = {
	/** The last answer; absent before the first. */
	readonly answer?: PageAnswer;
	/** Why the last question was not answered; an older answer stays beside it. */
	readonly problem?: Problem;
	readonly isAsking: boolean;
};

/** The answers for pages, for the screens. */
export type InquirySource = {
	readonly subscribe: (listener: () => void) => () => void;
	/** The inquiries by page: see `inquiryKey`. */
	readonly current: () => ReadonlyMap<string, Inquiry>;
	/** Asks, unless the same inquiry is under way. */
	readonly ask: (page: Page) => void;
	/** The pages that can be asked for. */
	readonly kinds: ReadonlySet<PageKind>;
};

/** The key of a page. */
export const inquiryKey = (page: Page): string =>
	JSON.stringify(
		page.kind === 'schema' ? [page.kind, page.task, page.source, page.database, page.table] : page,
	);

const unread = (what: Phrase): Problem => plainProblem(say(what));

/** A configuration without passwords: providers already mask them, and this makes sure. */
const withoutPasswords = (config: Config): Config => ({...config, text: stripSecrets(config.text)});

const readConfig = async (
	{of, name}: Extract<Page, {readonly kind: 'config'}>,
	{configuration, schema}: Readers,
	sources: readonly string[],
	signal: AbortSignal,
): Promise<PageAnswer | Problem> => {
	if (!configuration) {
		return unread('The configuration cannot be read over this connection');
	}

	const config = await configuration[of](name, signal);
	if ('what' in config) {
		return config;
	}

	const asked = of === 'task' && sources.length > 0 ? schema : undefined;
	const targets = await asked?.targets({task: name, sources}, signal);
	return {
		kind: 'config',
		config: withoutPasswords(config),
		...(targets && !('what' in targets) && {targets}),
	};
};

const readValidation = async (
	task: string,
	{validation}: Readers,
	signal: AbortSignal,
): Promise<PageAnswer | Problem> => {
	if (!validation) {
		return unread('Validation cannot be read over this connection');
	}

	const status = await validation.status(task, signal);
	if ('what' in status) {
		return status;
	}

	const differences = await validation.differences({task, state: 'all'}, signal);
	return 'what' in differences ? differences : {kind: 'validation', status, differences};
};

/** The value of the one source that was asked. */
const only = <Value>(answers: ReadonlyArray<OfSource<Value>> | Problem): Value | Problem => {
	if ('what' in answers) {
		return answers;
	}

	const [first] = answers;
	if (!first) {
		return plainProblem(say('No source answered'));
	}

	return 'problem' in first ? first.problem : first.value;
};

const isProblem = (value: unknown): value is Problem =>
	typeof value === 'object' && value !== null && 'what' in value;

const readSchema = async (
	{task, source, database, table}: Extract<Page, {readonly kind: 'schema'}>,
	{schema}: Readers,
	signal: AbortSignal,
): Promise<PageAnswer | Problem> => {
	if (!schema) {
		return unread('The columns cannot be read over this connection');
	}

	const of = {task, sources: [source]};
	if (database !== undefined && table !== undefined) {
		const sql = only(await schema.columns({...of, database, table}, signal));
		return isProblem(sql) ? sql : {kind: 'columns', sql};
	}

	const names = only(
		await (database === undefined ? schema.databases(of, signal) : schema.tables({...of, database}, signal)),
	);
	return isProblem(names) ? names : {kind: 'names', names};
};

/** What can be asked, and until when. */
export type InquiryOptions = {
	readonly readers: Readers;
	/** The sources of a task, as they are known now. */
	readonly sourcesOf: (task: string) => readonly string[];
	readonly signal: AbortSignal;
};

/** The most pages whose answers stay, the last ones asked for. */
const mostKept = 100;

/** Asks a provider's readers, once per page at a time. */
export const createInquiries = ({readers, sourcesOf, signal}: InquiryOptions): InquirySource => {
	const listeners = new Listeners();
	let inquiries: ReadonlyMap<string, Inquiry> = new Map();
	const {configuration, validation, schema} = readers;
	const kinds = new Set<PageKind>([
		...(configuration ? (['config'] as const) : []),
		...(validation ? (['validation'] as const) : []),
		...(schema ? (['schema'] as const) : []),
	]);

	const set = (key: string, inquiry: Inquiry) => {
		inquiries = new Map([
			...[...inquiries].filter(([name]) => name !== key).slice(1 - mostKept),
			[key, inquiry],
		]);
		listeners.tell();
	};

	const read = async (page: Page): Promise<PageAnswer | Problem> => {
		switch (page.kind) {
			case 'config': {
				return readConfig(page, readers, page.of === 'task' ? sourcesOf(page.name) : [], signal);
			}

			case 'validation': {
				return readValidation(page.task, readers, signal);
			}

			case 'schema': {
				return readSchema(page, readers, signal);
			}
		}
	};

	const ask = async (page: Page) => {
		const key = inquiryKey(page);
		const before = inquiries.get(key);
		if (before?.isAsking) {
			return;
		}

		set(key, {...before, isAsking: true});
		const answer = await read(page).catch(thrownProblem);
		if (signal.aborted) {
			return;
		}

		set(key, 'what' in answer ? {...before, problem: answer, isAsking: false} : {answer, isAsking: false});
	};

	return {
		subscribe: listeners.subscribe,
		current: () => inquiries,
		ask(page) {
			void ask(page);
		},
		kinds,
	};
};

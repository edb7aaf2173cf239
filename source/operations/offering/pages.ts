/**
 * Pages with data of DM besides the status, requested when they are opened.
 */
import {explainError} from '../../dm/errors.js';
import type {Finding} from '../../findings/finding.js';
import {operationGroups, type OperationKind} from '../../providers/operation.js';
import {say} from '../../language/say.js';
import type {OfferContext, Subject} from './subject.js';

/** A configuration, the validation of a task, or DM's schemas of the tables of one of its sources. */
export type Page =
	| {
			readonly kind: 'config';
			readonly of: 'task' | 'source' | 'worker' | 'master';
			readonly name: string;
	  }
	| {readonly kind: 'validation'; readonly task: string}
	/** Without a database its databases, without a table its tables, else the columns. */
	| {
			readonly kind: 'schema';
			readonly task: string;
			readonly source: string;
			readonly database?: string;
			readonly table?: string;
	  };

/** The kind of a page, which decides what is asked for. */
export type PageKind = Page['kind'];

/** A page that a menu entry opens. */
export type PageEntry = {readonly page: Page; readonly text: string; readonly gist: string};

/** The configuration of the selected subject; undefined where that is not a single thing. */
export const configPage = (subject: Subject): Page | undefined => {
	switch (subject.on) {
		case 'tasks': {
			const [first] = subject.targets;
			return first && subject.targets.length === 1
				? {kind: 'config', of: 'task', name: first.task}
				: undefined;
		}

		case 'source': {
			return {kind: 'config', of: 'source', name: subject.source};
		}

		case 'worker': {
			return {kind: 'config', of: 'worker', name: subject.worker};
		}

		case 'master': {
			return {kind: 'config', of: 'master', name: subject.master};
		}

		default: {
			return undefined;
		}
	}
};

/** The name of the page on which a kind of operation is offered; undefined where the menu itself offers it. */
export const pageNameOf = (kind: OperationKind): string | undefined => {
	switch (operationGroups[kind]) {
		case 'validation': {
			return say('Validation');
		}

		case 'schema': {
			return say('Columns');
		}

		default: {
			return undefined;
		}
	}
};

/** The page on which a finding can be fixed; undefined where there is none. */
const pageOfFinding = ({task, source, operations, error}: Finding): PageEntry | undefined => {
	if (task === undefined) {
		return undefined;
	}

	if (operations.some(kind => operationGroups[kind] === 'validation')) {
		return {page: {kind: 'validation', task}, text: say('Validation'), gist: say('the rows that differ')};
	}

	if (source === undefined || operations.every(kind => operationGroups[kind] !== 'schema')) {
		return undefined;
	}

	const {schema = '', table = ''} = error ? explainError(error).parts : {};
	const isNamed = schema !== '' && table !== '';
	return {
		page: {kind: 'schema', task, source, ...(isNamed && {database: schema, table})},
		text: isNamed ? say('Columns of {table}', {table: `${schema}.${table}`}) : say('Columns'),
		gist: say('set DM’s columns of them'),
	};
};

/** The pages on which findings can be fixed, without duplicates; only those that are available. */
export const pageCures = (
	findings: readonly Finding[],
	{capabilities}: Pick<OfferContext, 'capabilities'>,
): readonly PageEntry[] => {
	const entries = findings.flatMap(finding => pageOfFinding(finding) ?? []);
	const byPage = new Map(entries.map(entry => [JSON.stringify(entry.page), entry]));
	return byPage
		.values()
		.filter(({page}) => capabilities.reads?.has(page.kind) === true)
		.toArray();
};

/** The available pages about the selected subject. */
export const pageEntries = (
	subject: Subject,
	{capabilities}: Pick<OfferContext, 'capabilities'>,
): readonly PageEntry[] => {
	const config = configPage(subject);
	const entries: PageEntry[] = config
		? [{page: config, text: say('Configuration'), gist: say('as DM holds it')}]
		: [];
	const [target] = subject.on === 'tasks' ? subject.targets : [];
	if (target && subject.on === 'tasks' && subject.targets.length === 1) {
		const {task, sources} = target;
		const [source] = sources;
		entries.push({
			page: {kind: 'validation', task},
			text: say('Validation'),
			gist: say('the rows that differ'),
		});
		if (source !== undefined && sources.length === 1) {
			entries.push({
				page: {kind: 'schema', task, source},
				text: say('Columns'),
				gist: say('DM’s columns of its tables'),
			});
		}
	}

	return entries.filter(({page}) => capabilities.reads?.has(page.kind) === true);
};

/**
 * Reading the fields of decoded JSON into the types of status.ts, field by field: one that is not what it should be is
 * noted with its path and treated as absent.
 */
import {Buffer} from 'node:buffer';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {namesOf, stages, unitTypes} from '../enums.js';
import type {Int64, Stage, StatusNote, Unit} from '../status.js';
import {describeValue} from '../reading/status-format-error.js';
import {isObject} from '../values/json-object.js';
import {freeText} from '../secrets/free-text.js';

const stageNames = namesOf(stages);
const unitNames = namesOf(unitTypes);

const integer = /^-?\d{1,20}$/v;
const notBase64 = /[^+\/0-9=A-Za-z]/v;
const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** What was noticed while a document was read. */
export class Findings {
	readonly notes: StatusNote[] = [];
	/** Of these, the places where something was left out of the text, or is there twice. */
	omissions: readonly StatusNote[] = [];
	/** Set when a number was read that JSON.parse could not hold exactly. */
	inexact = false;
}

/** `bytes` as JSON holds them, base64 of UTF-8, as text; unchanged when they are not. */
const decodeBytes = (text: string): string => {
	if (text.length % 4 !== 0 || notBase64.test(text)) {
		return text;
	}

	try {
		return utf8.decode(Buffer.from(text, 'base64'));
	} catch {
		return text;
	}
};

/** From 2^53 on every finite number is whole; below it, this is called only for numbers that are not safe integers. */
const isWhole = (value: number): boolean =>
	Number.isFinite(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER;

/** One object of a document and the path that leads to it. */
export class Fields {
	/** `value` as an object; undefined (and noted) otherwise. */
	static of(value: unknown, path: string, findings: Findings): Fields | undefined {
		if (isObject(value)) {
			return new Fields(value, path, findings);
		}

		findings.notes.push({
			path,
			message: say('expected {expected}, found {found}', {
				expected: say('an object'),
				found: describeValue(value),
			}),
		});
		return undefined;
	}

	readonly value: Readonly<Record<string, unknown>>;
	readonly path: string;
	readonly findings: Findings;

	constructor(value: Readonly<Record<string, unknown>>, path: string, findings: Findings) {
		this.value = value;
		this.path = path;
		this.findings = findings;
	}

	/** A note in one line, with its path relative to this object. */
	#within({path, message}: StatusNote): string {
		const name = this.#relative(path) ?? path;
		return name === '' ? message : say('{name}: {text}', {name, text: message});
	}

	/** The path relative to this object, '' for itself; undefined for one outside of it. */
	#relative(path: string): string | undefined {
		if (path === this.path) {
			return '';
		}

		return path.startsWith(`${this.path}.`) ? path.slice(this.path.length + 1) : undefined;
	}

	/** Its own member of that name, of any type; undefined when it has none. */
	member(key: string): unknown {
		return Object.hasOwn(this.value, key) ? this.value[key] : undefined;
	}

	/** Notes that `key` is not what was expected. */
	note(key: string, expected: Phrase, value: unknown = this.member(key)): void {
		this.findings.notes.push({
			path: `${this.path}.${key}`,
			message: say('expected {expected}, found {found}', {
				expected: say(expected),
				found: describeValue(value),
			}),
		});
	}

	has(key: string): boolean {
		return Object.hasOwn(this.value, key);
	}

	/** True when it is absent or null. */
	lacks(key: string): boolean {
		const value = this.member(key);
		return value === undefined || value === null;
	}

	/** '' when absent or null. */
	text(key: string): string {
		const value = this.member(key);
		if (typeof value === 'string') {
			return value;
		}

		if (value === undefined || value === null) {
			return '';
		}

		if (typeof value === 'number' || typeof value === 'bigint') {
			return String(value);
		}

		this.note(key, 'a string', value);
		return '';
	}

	/** What somebody may have written a secret into: without it. Not for names, by which DM is asked. */
	freeText(key: string): string {
		return freeText(this.text(key));
	}

	/** Protobuf's `bytes`, base64 of UTF-8, in which anything may be written as well. */
	bytes(key: string): string {
		return freeText(decodeBytes(this.text(key)));
	}

	/** An int64 or uint64: text in v1alpha1, a number in OpenAPI. */
	int64(key: string): Int64 | undefined {
		const value = this.member(key);
		if (typeof value === 'string' && integer.test(value)) {
			const number = Number(value);
			return Number.isSafeInteger(number) ? number : BigInt(value);
		}

		if (typeof value === 'bigint') {
			return value;
		}

		if (typeof value === 'number') {
			if (Number.isSafeInteger(value)) {
				return value;
			}

			if (isWhole(value)) {
				this.findings.inexact = true;
				return BigInt(value);
			}
		}

		if (value !== undefined && value !== null) {
			this.note(key, 'a whole number', value);
		}

		return undefined;
	}

	/** A double or int32: a number, a quoted one in the older spelling. */
	number(key: string): number | undefined {
		const value = this.member(key);
		if (value === undefined || value === null) {
			return undefined;
		}

		const number =
			typeof value === 'number' ||
			typeof value === 'bigint' ||
			(typeof value === 'string' && value.trim() !== '' && value.length < 400)
				? Number(value)
				: NaN;
		if (Number.isFinite(number)) {
			return number;
		}

		this.note(key, 'a number', value);
		return undefined;
	}

	flag(key: string): boolean | undefined {
		const value = this.member(key);
		if (typeof value === 'boolean') {
			return value;
		}

		if (value === 'true' || value === 'false') {
			return value === 'true';
		}

		if (value !== undefined && value !== null) {
			this.note(key, 'true or false', value);
		}

		return undefined;
	}

	/** By its name, or its number: an unknown number as text. */
	stage(key = 'stage'): Stage {
		const value = this.member(key);
		return typeof value === 'number' ? (stageNames.get(value) ?? String(value)) : this.text(key);
	}

	/** The same. */
	unit(key = 'unit'): Unit {
		const value = this.member(key);
		return typeof value === 'number' ? (unitNames.get(value) ?? String(value)) : this.text(key);
	}

	/** Undefined when absent or null. */
	object(key: string): Fields | undefined {
		const value = this.member(key);
		return value === undefined || value === null
			? undefined
			: Fields.of(value, `${this.path}.${key}`, this.findings);
	}

	/** The same; an empty object where it is there and is none, which is noted. */
	objectThere(key: string): Fields | undefined {
		return (
			this.object(key) ?? (this.lacks(key) ? undefined : new Fields({}, `${this.path}.${key}`, this.findings))
		);
	}

	/** [] when absent or null. */
	list(key: string): readonly unknown[] {
		const value = this.member(key);
		if (Array.isArray(value)) {
			return value;
		}

		if (value !== undefined && value !== null) {
			this.note(key, 'a list', value);
		}

		return [];
	}

	/** The entries of a list that are objects. */
	objects(key: string): readonly Fields[] {
		return this.list(key)
			.map((entry, index) => Fields.of(entry, `${this.path}.${key}[${index}]`, this.findings))
			.filter(entry => entry !== undefined);
	}

	/** The entries of a list that are strings. */
	texts(key: string): readonly string[] {
		const list = this.list(key);
		return list.filter((entry, index): entry is string => {
			if (typeof entry === 'string') {
				return true;
			}

			this.note(`${key}[${index}]`, 'a string', entry);
			return false;
		});
	}

	/** The same without secrets. */
	freeTexts(key: string): readonly string[] {
		return this.texts(key).map(text => freeText(text));
	}

	/** The first note after the first `count` ones, in one line, with its path relative to this object. */
	problem(count: number): string | undefined {
		const note = this.findings.notes[count];
		return note === undefined ? undefined : this.#within(note);
	}

	/**
	 * What is wrong with this object, of which the notes after the first `count` ones are: what could not be read, else what
	 * was left out of the text.
	 */
	flaws(count: number): {readonly problem?: string; readonly elided?: readonly string[]} {
		const omissions = this.findings.omissions.filter(({path}) => this.#relative(path) !== undefined);
		const elided = omissions.filter(({isElided}) => isElided);
		const problem = this.problem(count) ?? (omissions[0] && this.#within(omissions[0]));
		return {
			...(problem !== undefined && {problem}),
			...(elided.length > 0 && {elided: elided.map(({path}) => this.#relative(path)!)}),
		};
	}
}

/**
 * The JSON schema of the settings file, for editors that use one to complete and check TOML.
 */
import type {JsonObject} from '../../dm/values/json-object.js';
import {thresholdNames, thresholdTable} from '../../findings/thresholds.js';
import {languageCodes} from '../../language/choose.js';
import type {FlagKind} from '../flags/flag.js';
import {keysOf, settingKeys} from '../flags/setting-keys.js';

const textOrNumber = ['string', 'integer'];

const schemaOf = (kind: FlagKind): JsonObject => {
	switch (kind.type) {
		case 'boolean': {
			return {type: 'boolean'};
		}

		case 'number': {
			return {type: 'number', minimum: kind.least, maximum: kind.most};
		}

		case 'choice': {
			return {enum: [...kind.of]};
		}

		case 'language': {
			return {enum: [...languageCodes]};
		}

		case 'size': {
			return {type: textOrNumber};
		}

		case 'addresses':
		case 'list': {
			return {anyOf: [{type: 'string'}, {type: 'array', items: {type: 'string'}}]};
		}

		case 'text':
		case 'path': {
			return {type: 'string'};
		}
	}
};

const properties = (where: 'cluster' | 'top'): JsonObject =>
	Object.fromEntries(
		keysOf(where).map(key => {
			const {kind, setting} = settingKeys.get(key)!;
			const {comment, default: value} = setting;
			return [
				key,
				{description: value === undefined ? comment : `${comment} (default: ${value})`, ...schemaOf(kind)},
			];
		}),
	);

const thresholds: JsonObject = {
	description: 'from when on something is told',
	type: 'object',
	additionalProperties: false,
	properties: Object.fromEntries(
		thresholdNames.map(name => {
			const {help, unit} = thresholdTable[name];
			const example = {seconds: '"5m"', bytes: '"10GiB"', count: '3'}[unit];
			return [name, {description: `${help} (such as ${example}, or "off")`, type: ['string', 'number']}];
		}),
	),
};

/** The schema as JSON text. */
export const settingsSchema = (): string => {
	const schema = {
		$schema: 'https://json-schema.org/draft-07/schema#',
		title: 'Settings of dm-top',
		type: 'object',
		additionalProperties: false,
		properties: {
			...properties('top'),
			thresholds,
			clusters: {
				description: 'clusters by name: dm-top @NAME watches one',
				type: 'object',
				additionalProperties: {
					type: 'object',
					additionalProperties: false,
					properties: {...properties('cluster'), thresholds},
				},
			},
		},
	};
	return `${JSON.stringify(schema, undefined, '\t')}\n`;
};

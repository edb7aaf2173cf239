/** Parses a source's configuration, as far as a simulation supports it. */
import {terrorText} from '../errors/terror.js';
import type {Simulation} from '../model/model.js';
import type {SourceSpec} from '../model/scenario.js';
import {scalarsOf} from './scalars.js';

/** An undescribed source writes a little. */
const newSource = (name: string): SourceSpec => ({
	name,
	flavor: 'mysql',
	rows: 100,
	relay: false,
	fileSize: 1024 ** 3,
	file: 3,
	worker: '',
});

/**
 * Parses a source's YAML; a string is DM's reason for refusing it. A source of the scenario has the scenario's
 * properties.
 */
export const sourceIn = ({scenario}: Simulation, text: string): SourceSpec | string => {
	const [name = ''] = scalarsOf(text, 'source-id');
	if (name === '') {
		return terrorText({
			code: 20_005,
			class: 'config',
			scope: 'internal',
			level: 'medium',
			message: 'empty source-id not valid',
			workaround: 'Please check the `source-id` config in configuration file.',
		});
	}

	const known = scenario.sources.find(spec => spec.name === name) ?? newSource(name);
	const flavor = scalarsOf(text, 'flavor')[0] === 'mariadb' ? 'mariadb' : known.flavor;
	return {...known, flavor, relay: scalarsOf(text, 'enable-relay')[0] === 'true'};
};

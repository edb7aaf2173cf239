/** What a source's configuration says, as far as a simulation can follow it. */
import {terrorText} from '../errors/terror.js';
import type {Simulation} from '../model/model.js';
import type {SourceSpec} from '../model/scenario.js';
import {scalarsOf} from './scalars.js';

/** One that nobody has described: it writes a little. */
const newSource = (name: string): SourceSpec => ({
	name,
	flavor: 'mysql',
	rows: 100,
	relay: false,
	fileSize: 1024 ** 3,
	file: 3,
	worker: '',
});

/** Reads a source's YAML; a string is why DM refuses it. One of the scenario is what the scenario says. */
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

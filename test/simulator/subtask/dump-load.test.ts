import {describe, expect, it} from 'vitest';
import type {Simulation} from '../../../source/simulator/model/model.js';
import {printedPosition} from '../../../source/simulator/model/upstream.js';
import {isUpTo, oneTask, pass, subtaskOf, syncOf} from '../cluster.js';

/** Where the upstream stands now. */
const masterOf = (simulation: Simulation): string => {
	const upstream = simulation.sources.get('mysql-01')?.upstream;
	return upstream === undefined ? '' : printedPosition(upstream, upstream.transaction);
};

describe('Dump and Load', () => {
	it('dumps, loads what was dumped, and replicates from the place where the dump began', () => {
		const simulation = oneTask({mode: 'all', unit: 'Dump', size: '400MB', speed: '20MB', tables: 12});
		const began = masterOf(simulation);
		pass(simulation, 5);
		const {dump} = subtaskOf(simulation);
		expect(dump?.progress).toMatch(/^\d+\.\d\d %$/v);
		expect(dump).toMatchObject({totalTables: 12});
		const later = masterOf(simulation);
		pass(simulation, 20);
		const {unit, load} = subtaskOf(simulation);
		expect(unit).toBe('Load');
		expect(isUpTo(began, load?.metaBinlog ?? '')).toBe(true);
		expect(isUpTo(load?.metaBinlog ?? '', later)).toBe(true);
		while (subtaskOf(simulation).unit === 'Load') {
			pass(simulation, 1);
		}

		expect(syncOf(simulation).syncerBinlog).toBe(load?.metaBinlog);
	});

	it('loads as many bytes as were dumped', () => {
		const simulation = oneTask({mode: 'full', unit: 'Dump', size: '200MB', speed: '30MB'});
		pass(simulation, 60);
		const {stage, load} = subtaskOf(simulation);
		expect(stage).toBe('Finished');
		expect(load?.finishedBytes).toBe(load?.totalBytes);
		expect(Number(load?.totalBytes)).toBeGreaterThan(150e6);
	});

	it('ends a dump when the upstream goes away, and does not restart it by itself', () => {
		const simulation = oneTask(
			{mode: 'full', unit: 'Dump', size: '90GB'},
			{events: [{at: '10s', do: 'upstream-down', source: 'mysql-01', for: '30s'}]},
		);
		pass(simulation, 300);
		expect(subtaskOf(simulation)).toMatchObject({
			stage: 'Paused',
			unit: 'Dump',
			result: {errors: [{code: 32_001}]},
		});
	});
});

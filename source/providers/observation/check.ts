/** Checks whether a value is an observation: it comes from a user's module, or from a line of a recording. */
import type {SourceStatus, Subtask} from '../../dm/status.js';
import type {Steps} from '../../dm/steps.js';
import type {Observation, StatusObservation} from '../provider.js';
import {anyKind, observationShapes} from './observation-shape.js';
import {type Numbers, plainOf, problemOf} from './shape.js';
import {sourceShape, subtaskShape} from './status-shape.js';

/** What is wrong with a value, and where; or the value, in which nothing is an object of a class. */
type Checked<Value> = {readonly problem: string} | {readonly value: Value};

/** How strictly a value is checked. */
type Strictness = {
	/**
	 * For lines of recordings: the previous observation, which was checked and cannot have changed since. Sources and
	 * subtasks that come from it are not checked again.
	 */
	readonly before?: Observation | undefined;
	readonly numbers?: Numbers;
};

/** How many subtasks are checked in one step. */
const inStep = 50;

type Place<Value> = {readonly name: string; readonly before: Value | undefined; readonly numbers: Numbers};

function* subtasksSteps(
	given: readonly Subtask[],
	{name, before, numbers}: Place<readonly Subtask[]>,
): Steps<Checked<readonly Subtask[]>> {
	const subtasks: Subtask[] = [];
	let isSame = true;
	for (const [place, item] of given.entries()) {
		if (item !== undefined && item === before?.[place]) {
			subtasks.push(item);
			continue;
		}

		const plain = plainOf(subtaskShape, item) as Subtask;
		const problem = problemOf(`${name}.subtasks[${place}]`, subtaskShape, plain, numbers);
		if (problem !== undefined) {
			return {problem};
		}

		subtasks.push(plain);
		isSame &&= plain === item;
		if (place % inStep === inStep - 1) {
			yield;
		}
	}

	return {value: isSame ? given : subtasks};
}

function* sourceSteps(
	given: unknown,
	{name, before, numbers}: Place<SourceStatus>,
): Steps<Checked<SourceStatus>> {
	const source = plainOf(sourceShape, given) as SourceStatus;
	const problem = problemOf(name, sourceShape, source, numbers);
	if (problem !== undefined) {
		return {problem};
	}

	yield;
	const subtasks = yield* subtasksSteps(source.subtasks, {name, before: before?.subtasks, numbers});
	return 'problem' in subtasks
		? subtasks
		: {value: subtasks.value === source.subtasks ? source : {...source, subtasks: subtasks.value}};
}

function* statusSteps(
	observation: StatusObservation,
	{name, before, numbers}: Place<Observation>,
): Steps<Checked<StatusObservation>> {
	const {sources: given} = observation.status;
	const known = before?.kind === 'status' ? before.status.sources : [];
	const sources: SourceStatus[] = [];
	let isSame = true;
	for (const [index, entry] of given.entries()) {
		if (entry !== undefined && entry === known[index]) {
			sources.push(entry);
			continue;
		}

		const place = {name: `${name}.status.sources[${index}]`, before: known[index], numbers};
		const source = yield* sourceSteps(entry, place);
		if ('problem' in source) {
			return source;
		}

		sources.push(source.value);
		isSame &&= source.value === entry;
	}

	return {value: isSame ? observation : {...observation, status: {...observation.status, sources}}};
}

/**
 * Checks a supposed observation, step by step, since a status may have any size. Objects of a class in it, whose members
 * may be getters, are replaced by plain ones; what has none is the same object as before.
 *
 * @yields Between two steps.
 */
export function* observationSteps(
	value: unknown,
	{before, numbers = 'finite'}: Strictness = {},
): Steps<Checked<Observation>> {
	const name = 'observation';
	const kindProblem = problemOf(name, anyKind, value);
	if (kindProblem !== undefined) {
		return {problem: kindProblem};
	}

	const shape = observationShapes[(value as Observation).kind];
	const observation = plainOf(shape, value) as Observation;
	const problem = problemOf(name, shape, observation, numbers);
	if (problem !== undefined) {
		return {problem};
	}

	return observation.kind === 'status'
		? yield* statusSteps(observation, {name, before, numbers})
		: {value: observation};
}

/** `POST /apis/v1alpha1/tasks`: of the configuration only the name is read, the rest is what the scenario says. */
import type {Json} from '../../answers/json.js';
import type {ServedMaster} from '../served-master.js';

/** Pb.StartTaskRequest */
export type StartTaskMessage = {
	/** The task's configuration, YAML. */
	readonly yaml?: string;
	readonly sources?: readonly string[];
	/** Forgets where the task was. */
	readonly startsAnew?: boolean;
};

const refuse = (message: string): Json => ({result: false, msg: message, sources: [], checkResult: ''});

/** The name of the task in its configuration; undefined when it has none. */
const nameIn = (yaml: string): string | undefined => {
	const groups = /^name:\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[^\s"#'][^\n#]*))/mv.exec(
		yaml,
	)?.groups;
	return (groups?.['double'] ?? groups?.['single'] ?? groups?.['plain'])?.trim();
};

/** Starts a task of the scenario again that was deleted (pb.StartTaskResponse). */
export const startTask = async (
	master: ServedMaster,
	{yaml = '', sources, startsAnew}: StartTaskMessage,
	signal: AbortSignal,
): Promise<Json> => {
	const {scenario} = await master.led(signal);
	const name = nameIn(yaml);
	if (name === undefined) {
		return refuse(
			'[code=20019:class=config:scope=internal:level=medium], Message: must specify a unique task name, Workaround: Please check the `name` config in task configuration file.',
		);
	}

	return scenario.tasks.some(task => task.name === name)
		? master.operate({kind: 'start-task', task: name, sources, removeMeta: startsAnew}, signal)
		: refuse(
				`a simulation starts only tasks of its scenario: ${name} is none of ${scenario.name}, it has ${scenario.tasks.map(task => task.name).join(', ')}`,
			);
};

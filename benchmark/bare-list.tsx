/**
 * The least that a list of tasks costs with Ink: names and stages from a file that is read and parsed every 2 s, in so many
 * rows as the terminal has, with a cursor and a clock. Nothing is decoded or compared, no rate or lag is worked out, no
 * trouble is found, and no past is kept: what it takes, Node, React and Ink take.
 */
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {Text, render, useApp, useInput, useWindowSize} from 'ink';
import {useEffect, useState} from 'react';
import {unicodeSymbols} from '../source/components/symbols.js';

/** What it reads of DM's answer. */
type Answer = {
	readonly sources: ReadonlyArray<{
		readonly subTaskStatus: ReadonlyArray<{readonly name: string; readonly stage: string}>;
	}>;
};

const interval = 2000;

const file = process.argv[2] ?? '';

/** The stage of each task, in the order of the names. */
const readStages = async (): Promise<ReadonlyArray<readonly [string, string]>> => {
	const {sources} = JSON.parse(await readFile(file, 'utf8')) as Answer;
	const stages = new Map(
		sources.flatMap(({subTaskStatus}) => subTaskStatus.map(({name, stage}) => [name, stage] as const)),
	);
	return [...stages].toSorted(([left], [right]) => (left < right ? -1 : 1));
};

const first = await readStages();

const List = () => {
	const {exit} = useApp();
	const {rows} = useWindowSize();
	const [tasks, setTasks] = useState(first);
	const [selected, setSelected] = useState(0);
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timers = [
			setInterval(() => {
				void readStages().then(setTasks);
			}, interval),
			setInterval(() => {
				setNow(Date.now());
			}, 1000),
		];
		return () => {
			for (const timer of timers) {
				clearInterval(timer);
			}
		};
	}, []);
	useInput((input, key) => {
		if (input === 'q') {
			exit();
		} else if (key.downArrow || key.upArrow) {
			setSelected(row => Math.max(0, Math.min(tasks.length - 1, row + (key.downArrow ? 1 : -1))));
		}
	});
	const height = rows - 1;
	const from = Math.max(0, selected - height + 1);
	return (
		<>
			<Text>{new Date(now).toISOString()}</Text>
			{tasks.slice(from, from + height).map(([name, stage], i) => (
				<Text key={name}>
					{from + i === selected ? unicodeSymbols.marker : ' '} {name} {stage}
				</Text>
			))}
		</>
	);
};

render(<List />, {alternateScreen: true, interactive: true, maxFps: 120});

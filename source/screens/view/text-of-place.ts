/** Finds the page of text of a place. */
import {type Line, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import {metricsLines} from '../texts/metrics-page.js';
import {zoomLines} from '../texts/zoom.js';
import type {Place} from '../places/place.js';
import {errorPageSections} from '../texts/error.js';
import {columnSections, configSections} from '../texts/config-page.js';
import {helpSections} from '../texts/help.js';
import {meaningSections} from '../texts/meaning.js';
import {subtaskSections} from '../texts/subtask.js';
import {layoutInColumns, layoutSections, textLines} from '../texts/text.js';
import {inquiryOf} from './inquiry-of.js';

/** The subtask of a place, as last known. */
const subtaskAt = ({diagnosis}: DiagnosedView, task: string, source: string) =>
	diagnosis.taskNamed(task)?.subtasks.find(({subtask}) => subtask.source === source);

/** The lines of a page of text; [] where there is a table. */
export const textOfPlace = (
	place: Place,
	drawing: Drawing,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	switch (place.kind) {
		case 'subtask': {
			const view = subtaskAt(drawing.cluster, place.task, place.source);
			return view
				? layoutSections(subtaskSections(view, drawing), width)
				: [
						[
							span(
								` ${say('Task {task} is not on source {source} any more.', {task: place.task, source: place.source})}`,
								'warn',
							),
						],
					];
		}

		case 'metrics': {
			return metricsLines(place, drawing, width);
		}

		case 'plot': {
			return zoomLines(place, drawing, {width, height});
		}

		case 'error': {
			const sections = errorPageSections(place, drawing);
			return sections.length > 0
				? layoutSections(sections, width)
				: [
						[
							span(
								` ${say('There is no error on {name} any more.', {name: [place.task, place.source].filter(Boolean).join(' › ')})}`,
							),
						],
					];
		}

		case 'config': {
			const sections = configSections(place, inquiryOf(place, drawing));
			return layoutSections(sections, width);
		}

		case 'schema': {
			const sections = columnSections(place, inquiryOf(place, drawing));
			return layoutSections(sections, width);
		}

		case 'meaning': {
			return layoutSections(meaningSections(place, drawing.symbols), width);
		}

		case 'copied': {
			return textLines(place.text).flatMap(line => wrapLine(line, width));
		}

		case 'help': {
			return layoutInColumns(helpSections(place.of, drawing.symbols), width);
		}

		default: {
			return [];
		}
	}
};

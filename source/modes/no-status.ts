/** Why no status came, in one line. */
import type {DiagnosedView} from '../findings/diagnosis.js';
import {say} from '../language/say.js';
import type {Problem} from '../providers/provider.js';
import {plainProblem} from '../providers/problem.js';

/** The problem of the whole cluster, else that of the first source that did not answer; undefined where none is known. */
export const whyNoStatus = ({problem, diagnosis}: DiagnosedView): Problem | undefined => {
	if (problem) {
		return problem;
	}

	const silent = diagnosis.findings.find(({source}) => source !== undefined);
	return silent?.source === undefined
		? undefined
		: plainProblem(say('{name}: {text}', {name: silent.source, text: silent.what}));
};

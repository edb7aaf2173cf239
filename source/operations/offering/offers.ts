/**
 * Which operations are offered where: first those that fix the visible problem, then all others that have an effect.
 */
import {warnsOfStartingOver} from '../../dm/errors.js';
import type {Finding} from '../../findings/finding.js';
import type {Choice} from '../target.js';
import {refusal} from '../refusing/refusal.js';
import {type Cure, cures} from './cures.js';
import {isPossible} from './effect.js';
import {withLetters} from './letters.js';
import type {Offer} from './offer.js';
import {operationsOn} from './on-subject.js';
import {pageCures, pageEntries} from './pages.js';
import {type OfferContext, type Subject, findingsOf} from './subject.js';

/** The operations on the selected subject. */
export type Offers = {
	/** The worst finding here that an offer fixes. */
	readonly finding?: Finding;
	/** Those that fix it come first. */
	readonly offers: readonly Offer[];
};

/** Identifies a choice in a menu: for tasks by its kind alone, since the menu is about one subject. */
const sameness = ({choice}: Cure): string => ('targets' in choice ? choice.kind : JSON.stringify(choice));

/** Whether the advice for what is wrong warns of a choice: a kind of operation, or giving up the checkpoint. */
const warningOf = (findings: readonly Finding[]): ((choice: Choice) => boolean) => {
	const kinds = new Set(findings.flatMap(({warnsOf = []}) => warnsOf));
	const keepsCheckpoint = findings.some(({error}) => error !== undefined && warnsOfStartingOver(error));
	return choice => kinds.has(choice.kind) || (keepsCheckpoint && 'from' in choice && choice.from.removesMeta);
};

/** The operations that currently have an effect on the selected subject. */
export const offers = (subject: Subject, context: OfferContext): Offers => {
	const findings = findingsOf(subject, context.cluster);
	const fixing = cures(findings, subject, context).filter(cure => isPossible(cure, context));
	const known = new Set(fixing.map(cure => sameness(cure)));
	const others = operationsOn(subject, context.cluster).filter(
		other => !known.has(sameness(other)) && isPossible(other, context),
	);
	const fixingPages = pageCures(findings, context);
	const knownPages = new Set(fixingPages.map(({page}) => page.kind));
	const pages = pageEntries(subject, context).filter(({page}) => !knownPages.has(page.kind));
	const fixed = new Set(fixing.map(({choice}) => choice.kind));
	const finding =
		findings.find(({operations}) => operations.some(kind => fixed.has(kind))) ??
		(fixingPages.length > 0 ? findings[0] : undefined);
	return {
		...(finding && {finding}),
		offers: withLetters(
			[
				...[...fixing, ...fixingPages].map(cure => ({...cure, isCure: true})),
				...[...others, ...pages].map(other => ({...other, isCure: false})),
			],
			warningOf(findings),
		),
	};
};

/** The first reason why an operation on the subject is refused now; undefined where none is. */
export const whyNone = (subject: Subject, {cluster, capabilities}: OfferContext): string | undefined =>
	operationsOn(subject, cluster)
		.values()
		.map(({choice}) => refusal(choice, cluster, capabilities))
		.find(reason => reason !== undefined);

/**
 * The bill of materials of what is given on: the packages in the bundle, where npm's own list has every tool as well.
 */
type Component = {
	readonly 'bom-ref': string;
	readonly properties?: ReadonlyArray<{readonly name: string; readonly value: string}>;
};

/** A document of CycloneDX, as far as it is changed here. */
export type Bom = {
	readonly metadata: {readonly component: Component};
	readonly components: readonly Component[];
	readonly dependencies: ReadonlyArray<{readonly ref: string; readonly dependsOn?: readonly string[]}>;
};

const folderOf = ({properties = []}: Component): string =>
	properties.find(({name}) => name === 'cdx:npm:package:path')?.value ?? '';

/** Packages of the bundle are tools in package.json, and no longer are when they are given on. */
const isDevelopment = ({name}: {readonly name: string}): boolean => name === 'cdx:npm:package:development';

/**
 * The same document with the packages in the bundle alone, and what of them depends on what.
 *
 * @param bom Everything in the lock file.
 * @param packages Folders, such as "node_modules/ink".
 * @throws {Error} when a package is not in the document.
 */
export const bundledBom = (bom: Bom, packages: readonly string[]): Bom => {
	const inside = new Set(packages);
	const components = bom.components.filter(component => inside.has(folderOf(component)));
	const found = new Set(components.map(component => folderOf(component)));
	const missing = packages.filter(folder => !found.has(folder));
	if (missing.length > 0) {
		throw new Error(`The lock file does not have ${missing.join(', ')}`);
	}

	const own = bom.metadata.component['bom-ref'];
	const references = new Set([own, ...components.map(component => component['bom-ref'])]);
	return {
		...bom,
		components: components.map(component => ({
			...component,
			properties: component.properties?.filter(property => !isDevelopment(property)),
		})),
		dependencies: bom.dependencies.flatMap(({ref, dependsOn = []}) =>
			references.has(ref) ? [{ref, dependsOn: dependsOn.filter(other => references.has(other))}] : [],
		),
	};
};

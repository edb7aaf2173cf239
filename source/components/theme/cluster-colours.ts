/** The colours that the name of a cluster may have in the header. */
export const clusterColours = ['red', 'yellow', 'green', 'cyan', 'magenta'] as const;

/** A colour that a cluster's name may have, as `colour` in the settings file names it. */
export type ClusterColour = (typeof clusterColours)[number];

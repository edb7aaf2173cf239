/** The colours that the name of a cluster may have in the header. */
export const clusterColours = ['red', 'yellow', 'green', 'cyan', 'magenta'] as const;

export type ClusterColour = (typeof clusterColours)[number];

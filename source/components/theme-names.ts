/** The values of `--theme`. */
export const themeNames = ['dark', 'light', 'high-contrast', 'colour-blind', 'none'] as const;

export type ThemeName = (typeof themeNames)[number];

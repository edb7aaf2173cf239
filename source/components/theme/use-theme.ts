/** The theme in force, for components. */
import {createContext, useContext} from 'react';
import {type Theme, createTheme} from './theme.js';

const ThemeContext = createContext<Theme>(createTheme({ascii: false, colors: 1}));

/** Provides a theme to everything below it. */
export const ThemeProvider = ThemeContext.Provider;

/** The theme in force. */
export const useTheme = (): Theme => useContext(ThemeContext);

import {
  convertCssVariables,
  type ConvertCSSVariablesInput,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { theme } from '~/ui/theme';

/**
 * The theme's variables as a style sheet that the script makes. The components would write them into a style element, which
 * needs a nonce, and a page with a nonce is nobody else's: proxies could not keep it.
 */
export function adoptTheme(): void {
  const ours = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const usual = defaultCssVariablesResolver(DEFAULT_THEME);
  const sheet = new CSSStyleSheet();
  const differing: ConvertCSSVariablesInput = {
    variables: differences(ours.variables, usual.variables),
    dark: differences(ours.dark, usual.dark),
    light: differences(ours.light, usual.light),
  };
  sheet.replaceSync(convertCssVariables(differing));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** What the library's own style sheet does not say already. */
const differences = (ours: Record<string, string>, usual: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(ours).filter(([name, value]) => usual[name] !== value));

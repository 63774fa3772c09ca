import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

/** What the API refused, by field path. */
export const Problems = createContext<ReadonlyMap<string, string>>(new Map());

/** The sentence about a field, if it was refused. */
export function useProblem(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const problems = useContext(Problems);
  return (path) => {
    const detail = problems.get(path);
    return detail === '' ? t('form.notANumber') : detail;
  };
}

/** Brings the first refused field into view and gives it the focus. */
export function focusFirstProblem(problems: ReadonlyMap<string, string>): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')];
  const first = fields.find((element) => problems.has(element.dataset['field'] ?? ''));
  const target = first?.matches('input, select, textarea')
    ? first
    : first?.querySelector<HTMLElement>('input, select, textarea');
  first?.closest('details')?.setAttribute('open', '');
  target?.focus();
  first?.scrollIntoView({ block: 'center' });
}

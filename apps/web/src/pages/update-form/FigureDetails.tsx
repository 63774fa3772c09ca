import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FigureDraft } from './draft';
import classes from './fields.module.css';
import { useProblem } from './problems';

const ROLES = ['observed', 'target', 'baseline', 'planned_coverage'] as const;
const WRITTEN = ['labelEs', 'labelEn', 'population', 'source', 'windowTextEs', 'windowTextEn'] as const;

/** What only some figures need: role, name, population, source, the window in the source's own words. */
export function FigureDetails({
  figure,
  path,
  set,
}: {
  figure: FigureDraft;
  path: string;
  set: (patch: Partial<FigureDraft>) => void;
}) {
  const { t } = useTranslation();
  const problem = useProblem();
  return (
    <details className={classes.more}>
      <summary>{t('figureForm.more')}</summary>
      <div className={classes.grid}>
        <NativeSelect
          label={t('figureForm.role')}
          value={figure.role}
          data={ROLES.map((value) => ({ value, label: t(`word.figureRole.${value}`) }))}
          onChange={(event) =>
            set({ role: ROLES.find((role) => role === event.currentTarget.value) ?? 'observed' })
          }
        />
        {WRITTEN.map((name) => (
          <TextInput
            key={name}
            label={t(`figureForm.${name}`)}
            value={figure[name] ?? ''}
            error={problem(`${path}.${name}`)}
            data-field={`${path}.${name}`}
            onChange={(event) =>
              set({ [name]: event.currentTarget.value === '' ? null : event.currentTarget.value })
            }
          />
        ))}
      </div>
    </details>
  );
}

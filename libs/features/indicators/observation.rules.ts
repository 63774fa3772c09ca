import type { FieldProblem } from '#platform/http';
import type { IndicatorType, ObservationState } from './indicator.vocabulary.js';

/** An observation as the rules look at it. */
export interface ObservationContent {
  valueState: ObservationState;
  value?: number | string | null;
  numerator?: number | string | null;
  denominator?: number | string | null;
  currency?: string | null;
  dimension?: string | null;
  category?: string | null;
}

/** What an observation of an indicator must keep to. `steps`: how many the ordinal scale has. */
export function observationProblems(
  { valueType, steps }: { valueType: IndicatorType; steps: number },
  observation: ObservationContent,
): FieldProblem[] {
  const { valueState, value = null, numerator = null, denominator = null, currency = null } = observation;
  const problems: FieldProblem[] = [];
  const tell = (field: string, en: string, es: string): void => {
    problems.push({ field, detail: { en, es } });
  };
  const has = valueState === 'reported' || valueState === 'carried_forward';
  const number = value === null ? null : Number(value);
  if (has && number === null)
    tell(
      'value',
      'is missing; say why with the state of the value',
      'falta; indique por qué con el estado del valor',
    );
  if (!has && number !== null)
    tell('value', 'must be empty in this state', 'debe quedar vacío en este estado');
  if (number !== null) {
    if (valueType === 'yes_no' && number !== 0 && number !== 1)
      tell('value', 'must be 1 (yes) or 0 (no)', 'debe ser 1 (sí) o 0 (no)');
    if (valueType === 'ordinal' && !(Number.isInteger(number) && number >= 1 && number <= steps))
      tell(
        'value',
        `must be a step of the scale, 1 to ${steps}`,
        `debe ser un paso de la escala, de 1 a ${steps}`,
      );
    if (valueType === 'count' && number < 0) tell('value', 'must be at least 0', 'debe ser como mínimo 0');
  }
  if ((numerator === null) !== (denominator === null))
    tell(
      numerator === null ? 'numerator' : 'denominator',
      'is missing; give both or none',
      'falta; indique ambos o ninguno',
    );
  if (denominator !== null && Number(denominator) <= 0)
    tell('denominator', 'must be more than 0', 'debe ser mayor que 0');
  if (numerator !== null && valueType !== 'percent' && valueType !== 'ratio')
    tell('numerator', 'belongs to percents and ratios only', 'corresponde solo a porcentajes y razones');
  if ((valueType === 'money') !== (currency !== null) && (has || currency !== null))
    tell(
      'currency',
      valueType === 'money' ? 'is missing' : 'belongs to money only',
      valueType === 'money' ? 'falta' : 'corresponde solo a dinero',
    );
  if (!observation.dimension !== !observation.category)
    tell(
      observation.dimension ? 'category' : 'dimension',
      'is missing; give both or none',
      'falta; indique ambas o ninguna',
    );
  return problems;
}

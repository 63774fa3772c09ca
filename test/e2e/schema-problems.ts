/** As much of JSON Schema as the API's own description uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  format?: string;
  pattern?: string;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}

const FORMATS: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const fits = (type: string, value: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) : type === typeOf(value);

/** Where a value is not as its schema says, or says more than it; empty when all is well. */
export function schemaProblems(
  schema: Schema,
  value: unknown,
  schemas: Record<string, Schema>,
  path = '',
): string[] {
  const deeper = (part: Schema, inner: unknown, name = ''): string[] =>
    schemaProblems(part, inner, schemas, path + name);
  if (schema.$ref) {
    const target = schemas[schema.$ref.replace('#/components/schemas/', '')];
    return target ? deeper(target, value) : [`${path} refers to ${schema.$ref}, which is not there`];
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices)
    return choices.some((choice) => deeper(choice, value).length === 0)
      ? []
      : [`${path} is none of its choices`];
  const parts = (schema.allOf ?? []).flatMap((part) => deeper(part, value));
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => fits(type, value)))
    return [...parts, `${path} is ${typeOf(value)}, not ${types.join(' or ')}`];
  if (schema.enum && !schema.enum.includes(value))
    return [...parts, `${path} is ${JSON.stringify(value)}, which is no word of its list`];
  if (typeof value === 'string') {
    const form = FORMATS[schema.format ?? ''] ?? (schema.pattern ? new RegExp(schema.pattern) : undefined);
    return form && !form.test(value)
      ? [...parts, `${path} is ${value}, no ${schema.format ?? schema.pattern}`]
      : parts;
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return [...parts, ...(items ? value.flatMap((each) => deeper(items, each, '[]')) : [])];
  }
  if (typeof value !== 'object' || value === null || !schema.properties) return parts;
  const { properties, required = [], additionalProperties } = schema;
  const record = value as Record<string, unknown>;
  return [
    ...parts,
    ...required.filter((name) => !(name in record)).map((name) => `${path}.${name} is missing`),
    ...Object.entries(record).flatMap(([name, inner]) => {
      const property = properties[name];
      if (property) return deeper(property, inner, `.${name}`);
      return additionalProperties ? [] : [`${path}.${name} is not described`];
    }),
  ];
}

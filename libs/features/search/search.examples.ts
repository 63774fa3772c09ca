export const SEARCH_EXAMPLE = {
  total: 1,
  counts: [{ kind: 'commitment', count: 1 }],
  items: [
    {
      id: '0197a0de-5b4c-7c31-9f57-2f4f4b6f3c11',
      kind: 'commitment',
      table: 'commitment_versions',
      target: '0197a0de-5b4c-7c31-9f57-2f4f4b6f3c12',
      commitmentId: '0197a0de-5b4c-7c31-9f57-2f4f4b6f3c12',
      code: 'MX-03',
      stateCode: 'MX',
      year: null,
      cycleKey: null,
      titleEn: 'Alternatives to detention',
      titleEs: 'Alternativas a la detención',
      excerptEn: [
        { text: 'Shelters for ', hit: false },
        { text: 'protection', hit: true },
        { text: ' of children.', hit: false },
      ],
      excerptEs: [{ text: 'Albergues para niñas y niños.', hit: false }],
    },
  ],
  nextCursor: null,
};

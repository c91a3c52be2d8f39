import { centreKindOf, schoolKey, schoolTypeOf, structureKindOf, territoryKindOf } from './index.js';

describe('schoolTypeOf', () => {
  it.each([
    ['Szkoła podstawowa', 'PRIMARY'],
    ['SZKOŁA PODSTAWOWA', 'PRIMARY'],
    ['Przedszkole', 'PRESCHOOL'],
    ['Zespół szkół i placówek oświatowych', 'COMBINED'],
    ['Liceum ogólnokształcące', 'UPPER_SECONDARY'],
    ['Technikum', 'VOCATIONAL'],
    ['Branżowa szkoła I stopnia', 'VOCATIONAL'],
    ['Szkoła policealna', 'POST_SECONDARY'],
    ['Szkoła podstawowa specjalna', 'SPECIAL'],
    ['Specjalny ośrodek szkolno-wychowawczy', 'SPECIAL'],
    ['Νηπιαγωγείο', 'PRESCHOOL'],
    ['ΔΗΜΟΤΙΚΟ ΣΧΟΛΕΙΟ', 'PRIMARY'],
    ['Γυμνάσιο', 'LOWER_SECONDARY'],
    ['Γυμνάσιο με Λυκειακές τάξεις', 'COMBINED'],
    ['Γενικό Λύκειο', 'UPPER_SECONDARY'],
    ['ΕΠΑΛ', 'VOCATIONAL'],
    ['Ειδικό Δημοτικό Σχολείο', 'SPECIAL'],
    ['Детский сад', 'PRESCHOOL'],
    ['Начальная школа', 'PRIMARY'],
    ['Основная общеобразовательная школа', 'LOWER_SECONDARY'],
    ['Средняя общеобразовательная школа', 'UPPER_SECONDARY'],
    ['Лицей', 'UPPER_SECONDARY'],
    ['Коррекционная школа', 'SPECIAL'],
    ['Primary school', 'PRIMARY'],
    ['Upper secondary school', 'UPPER_SECONDARY'],
    ['LOWER_SECONDARY', 'LOWER_SECONDARY'],
    ['post secondary', 'POST_SECONDARY'],
  ])('reads %s', (name, level) => {
    expect(schoolTypeOf(name)).toEqual({ level });
  });

  it('tells what is no school from what is unknown', () => {
    expect(schoolTypeOf('Poradnia psychologiczno-pedagogiczna')).toBe('NOT_A_SCHOOL');
    expect(schoolTypeOf('ΚΕΣΥΠ')).toBe('NOT_A_SCHOOL');
    expect(schoolTypeOf('Zamek')).toBe('UNKNOWN');
    expect(schoolTypeOf('')).toBe('UNKNOWN');
  });
});

describe('kinds by name', () => {
  it('reads codes and four languages', () => {
    expect(['COUNTY', 'Powiat', 'ΔΗΜΟΣ', 'область', 'gmina miejsko-wiejska', 'x'].map(territoryKindOf)).toEqual([
      'COUNTY',
      'COUNTY',
      'MUNICIPALITY',
      'REGION',
      'MUNICIPALITY',
      undefined,
    ]);
    expect(['ΚΥΠΕΚ', 'Π.Ε.Κ.Υ.', 'class-teacher', 'regional'].map(centreKindOf)).toEqual([
      'COUNTY',
      undefined,
      'CLASS_TEACHER',
      'REGIONAL',
    ]);
    expect(['ΚΕΔΔΥ', 'career_counselling', 'Biblioteka pedagogiczna'].map(structureKindOf)).toEqual([
      'DIAGNOSIS_AND_SUPPORT',
      'CAREER_COUNSELLING',
      'SCHOOL_LIBRARY',
    ]);
  });
});

describe('schoolKey', () => {
  it('is the same for two writings of one school', () => {
    const key = schoolKey({ name: 'Szkoła Podstawowa „Nr 1”', postalCode: '62-066', street: 'ul. Łąkowa', number: '1A' });
    expect(schoolKey({ name: 'SZKOLA PODSTAWOWA NR 1', postalCode: '62 066', street: 'UL. ŁĄKOWA', number: '1a' })).toBe(key);
    expect(schoolKey({ name: 'Szkoła Podstawowa nr 1', postalCode: '62-066', street: null, number: '1A' })).not.toBe(key);
  });
});

import type { AllTexts } from '../texts.js';

/** A territory of the invented country; parents stand before children. */
export interface DemoTerritory {
  code: string;
  kind: 'COUNTRY' | 'REGION' | 'COUNTY' | 'MUNICIPALITY';
  parent: string;
  names: AllTexts;
}

const names = (en: string, el: string, pl: string, ru: string): AllTexts => ({ en, el, pl, ru });
const place = (code: string, kind: DemoTerritory['kind'], parent: string, ...all: [string, string, string, string]): DemoTerritory => ({
  code,
  kind,
  parent,
  names: names(...all),
});
const municipality = (code: string, ...all: [string, string, string, string]): DemoTerritory =>
  place(code, 'MUNICIPALITY', code.slice(0, 5), ...all);

/** Codes of the two counties. */
export const NORTHSHORE = 'XT-11';
export const SOUTHBAY = 'XT-12';
export const TWO_BAYS = 'XT-1';
export type CountyCode = typeof NORTHSHORE | typeof SOUTHBAY;

/** Name of a county as it stands after "of …", which Greek, Polish and Russian put into another case. */
export const countyOf: Record<CountyCode, AllTexts> = {
  [NORTHSHORE]: names('Northshore', 'Βόρειας Ακτής', 'Północnego Brzegu', 'Северного берега'),
  [SOUTHBAY]: names('Southbay', 'Νότιου Κόλπου', 'Południowej Zatoki', 'Южного залива'),
};

/** One region of an invented country: two counties on two bays. */
export const territories: readonly DemoTerritory[] = [
  place('XT', 'COUNTRY', '', 'Meridia', 'Μεριδία', 'Merydia', 'Меридия'),
  place(TWO_BAYS, 'REGION', 'XT', 'Two Bays', 'Δύο Κόλποι', 'Dwie Zatoki', 'Две бухты'),
  place(NORTHSHORE, 'COUNTY', TWO_BAYS, 'Northshore', 'Βόρεια Ακτή', 'Północny Brzeg', 'Северный берег'),
  place(SOUTHBAY, 'COUNTY', TWO_BAYS, 'Southbay', 'Νότιος Κόλπος', 'Południowa Zatoka', 'Южный залив'),
  municipality('XT-1101', 'North Pier', 'Βόρεια Προβλήτα', 'Północne Molo', 'Северный причал'),
  municipality('XT-1102', 'Lighthouse', 'Φάρος', 'Latarnia', 'Маяк'),
  municipality('XT-1103', 'Seaview', 'Θέα', 'Widok Morski', 'Морской вид'),
  municipality('XT-1104', 'Amber Sands', 'Κεχριμπαρένια Άμμος', 'Bursztynowe Piaski', 'Янтарные пески'),
  municipality('XT-1105', 'Pinewood', 'Πευκόδασος', 'Sosnowy Las', 'Сосновый бор'),
  municipality('XT-1106', 'Gull Rock', 'Βράχος των Γλάρων', 'Mewia Skała', 'Чаячья скала'),
  municipality('XT-1107', 'Millbrook', 'Μυλόρρεμα', 'Młyński Potok', 'Мельничный ручей'),
  municipality('XT-1108', 'Fishers Row', 'Ψαράδικα', 'Rybacka', 'Рыбацкий ряд'),
  municipality('XT-1201', 'Harbour', 'Λιμάνι', 'Przystań', 'Гавань'),
  municipality('XT-1202', 'Lantern Bay', 'Όρμος του Φανού', 'Zatoka Latarni', 'Фонарная бухта'),
  municipality('XT-1203', 'Elm Hill', 'Λόφος της Φτελιάς', 'Wiązowe Wzgórze', 'Вязовый холм'),
  municipality('XT-1204', 'Old Mill', 'Παλιός Μύλος', 'Stary Młyn', 'Старая мельница'),
  municipality('XT-1205', 'Rose Hill', 'Ροδώνας', 'Różane Wzgórze', 'Розовый холм'),
  municipality('XT-1206', 'Pier', 'Προβλήτα', 'Molo', 'Пирс'),
  municipality('XT-1207', 'Kastro', 'Κάστρο', 'Kastro', 'Кастро'),
  municipality('XT-1208', 'Stone Ford', 'Πέτρινος Πόρος', 'Kamienny Bród', 'Каменный брод'),
  municipality('XT-1209', 'Salt Marsh', 'Αλυκές', 'Słone Błota', 'Солончаки'),
  municipality('XT-1210', 'Orchard', 'Περιβόλι', 'Sad', 'Фруктовый сад'),
];

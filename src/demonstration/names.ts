/** Invented names, put together by chance that comes out the same every time. */

/** Chance from a seed: the same seed gives the same numbers, from 0 up to 1 (mulberry32). */
export function chanceFrom(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list. */
export const pick = <T>(chance: () => number, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

const GIVEN = `Aaliyah Abena Ada Aisha Alasdair Alba Amara Amina Anouk Anwen Arjun Arlo Asha Aurelia Ayo Beatrix Bilal Bryn Caleb Carys
Cerys Chidi Clement Cosmo Dalia Darius Delphine Demetri Edith Eilidh Elias Elowen Emrys Esme Ewan Farah Fergus Florence Freya Gethin
Giulia Gwen Hana Harun Hamish Hettie Hugo Idris Imani Imran Ines Iona Isaac Ivy Jamal Jarek Jasper Jemima Joaquin Kamala Kezia Khadija
Kofi Lachlan Laszlo Layla Leona Lorcan Lowri Luca Magnus Mairi Malik Maya Meera Mina Mirek Nadia Nia Nikhil Noah Oluchi Omar Oona Orla
Osian Otis Owen Parveen Petra Poppy Quentin Rafi Reuben Rhian Roisin Rohan Rosa Saffron Samir Sanjay Selma Seren Shira Silas Simran
Sorrel Stefan Suki Tabitha Tamsin Tariq Temi Theo Tilda Tomos Uma Umar Viola Wanda Wilfred Xanthe Yasmin Yusra Zachary Zainab Zofia`.split(/\s+/);

const FAMILY = `Abara Achterberg Adair Akhtar Alderton Amadi Ansah Arkwright Aziz Banerjee Barrowclough Baptiste Beddoes Bhatt Birdsall
Blackwood Bhatia Cadwallader Callister Castell Chaudhry Chukwu Clitheroe Coldstream Costa Dalgleish Darko Dasgupta Devereux Dinsdale
Dobrowolski Donnelly Edozie Eastwick Ellwood Farouk Fenwick Figueira Forsythe Gadsby Garside Georgiou Gilchrist Gwynne Haddad Hallam
Hargrave Hashemi Hollins Ibekwe Iqbal Ivanova Jankowski Jessop Joshi Kapoor Kaczmarek Keane Kendrick Khoury Kowalczyk Lacey Langdale
Lim Llewellyn Lomax Lund Macaulay Madaki Mahmood Marchbanks Mensah Mistry Molyneux Moreau Mukherjee Nakamura Nair Nesbitt Novak
Nwachukwu Oakden Odell Okafor Oldroyd Osborn Pargeter Patel-Hirst Penhaligon Petrov Pickersgill Popescu Quarshie Quigley Radley Rahim
Rees-Kaur Ridgeway Rosario Rowntree Sadiq Saltmarsh Sandoval Santhosh Sheridan Sissoko Solanki Stainforth Stokoe Sundaram Suzuki
Szabo Tanner Tennant Thackray Tran Treharne Tull Umeh Underhill Vasquez Venn Vickers Wadsworth Walczak Whelan Winstanley Wojcik Wong
Wyndham Yardley Yilmaz Younis Zaman Zielinski`.split(/\s+/);

/** A maker of names that gives no full name twice, nor any of those taken already. */
export function namer(chance: () => number, taken: Iterable<string>) {
  const used = new Set(taken);
  const given = (family: string): string => {
    for (let attempt = 0; attempt < 500; attempt++) {
      const name = pick(chance, GIVEN);
      if (used.has(`${name} ${family}`)) continue;
      used.add(`${name} ${family}`);
      return name;
    }
    throw new Error(`no given name is left for the family ${family}`);
  };
  return { family: () => pick(chance, FAMILY), given };
}

/**
 * Arabic names that are two words and one name: "Abd al-Rahman", "Abdul Rahman", "Abdurrahman", "Abdelrahman" all
 * become `abdrahman`; "Abd Allah" and "Abdullah" `abdallah`; "Hibat Allah" `hibatallah`.
 */
const ABD = /^abd(?:[aeiou]l|[aeiou](?:r|s|n|z|d|t|sh)?|)$/;
const ARTICLE = /^(?:al|el|ul|ur|as|an|ad|az|ar|at|ash)$/;
const ALLAH = /^(?:allah|ullah|ollah|alla|ulla|olla)$/;

/** Words after which "Allah" makes one name with them (servant, gift, sword … of God). */
const BEFORE_ALLAH =
  /^(?:abd[aeiou]?l?|hibat|hibet|ruh|ruho|saif|sayf|sef|seif|nasr|khair|khayr|atta?|ata|fazl|fadl|hedayat|hidayat|rahmat|nimat|nemat|nur|noor|asad|zabih|habib|amin|inayat|enayat|wali|hamid|sana|sami|esmat|ismat|najib|qudrat|barakat|karamat|hikmat|hekmat|hafiz|zia|jar|khalil|lutf|lotf|rafi|saad|sad|shukr|shokr)$/;

/** Joins the parts of such names; other words are handed back as they are. Takes and gives folded words. */
export function joinArabic(words: readonly string[]): { word: string; from: number; count: number }[] {
  const out: { word: string; from: number; count: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    if (next !== undefined && ALLAH.test(next) && BEFORE_ALLAH.test(word)) {
      out.push({ word: abdForm(`${ABD.test(word) ? 'abd' : word}allah`), from: i, count: 2 });
      i++;
      continue;
    }
    if (next !== undefined && ABD.test(word)) {
      const skip = ARTICLE.test(next) && words[i + 2] !== undefined ? 1 : 0;
      const name = words[i + 1 + skip]!;
      if (name.length >= 3) {
        out.push({ word: ALLAH.test(name) ? 'abdallah' : `abd${name}`, from: i, count: 2 + skip });
        i += 1 + skip;
        continue;
      }
    }
    out.push({ word: abdForm(word), from: i, count: 1 });
  }
  return out;
}

/** The joined form of a word written together: abdulrahman, abdurrahman, abdelrahman → abdrahman. */
function abdForm(word: string): string {
  if (!word.startsWith('abd') || word.length < 7) return word;
  if (/^abd[aeiou]?ll?[aeiou]h?$/.test(word) || /^abd[aeiou]ll?ah$/.test(word)) return 'abdallah';
  const rest = word.slice(3);
  if (!/^[aeiou]/.test(rest)) return word;
  let name = rest.slice(1);
  if (name.startsWith('l') && name.length >= 5) name = name.slice(1);
  else if (name[0] !== undefined && name[0] === name[1]) name = name.slice(1);
  // What is left must be able to stand alone: "abdias" is no servant of "as".
  return name.length >= 4 ? `abd${name}` : word;
}

/** True for a joined servant name; its bare second part may stand for it ("Rahman" for "Abdul Rahman"). */
export function servantOf(word: string): string | null {
  return word.startsWith('abd') && word.length >= 7 && word !== 'abdallah' ? word.slice(3) : null;
}

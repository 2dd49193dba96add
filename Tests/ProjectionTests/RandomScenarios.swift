import Session
import TestSupport

extension SeededGenerator {
  /// Returns whether a chance of one in `count` comes true.
  mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

/// A script with random scenarios over a random sheet of three indicators, some of them children of others.
struct RandomScenarios {
  /// The names of the scenarios, those that are built in included.
  private(set) var names = ["actual", "plan"]
  private(set) var script = """
    use "s.csv"
    alias p = x / y
    alias q = x * z * (1 + g)
    alias 差 = 率 - prev(率)
    aggregate total = sum(x) over region
    aggregate 均 = mean(p) over region
    param g = 2%
    param h = 3
    target z >= 70 by 2023
    target x[a] >= 30 by 2024

    """
  private(set) var sheet = "region,indicator,unit,period,value\n"

  /// Returns `script` as read over the sheet.
  func session(_ script: String) -> Session {
    let sheet = sheet
    let files = FileAccess { path, _ in path == "s.csv" ? .success(Array(sheet.utf8)) : .failure(.notFound) }
    return Session(SessionInput(scripts: [.init(path: "case.gf", bytes: Array(script.utf8))]), files: files)
  }

  init(_ random: inout SeededGenerator) {
    for year in 2019...2022 {
      for region in ["a", "b", "c"] {
        for indicator in ["x,", "y,", "率,%"] where !random.once(in: 9) {
          sheet += "\(region),\(indicator),\(year),\(Double(Int.random(in: 4...400, using: &random)) / 8)\n"
        }
      }
      sheet += ",z,,\(year),\(Int.random(in: 1...90, using: &random))\n"
    }
    for number in 0..<Int.random(in: 2...4, using: &random) {
      let base = random.once(in: 3) ? "" : " from \(names.randomElement(using: &random) ?? "actual")"
      script += "scenario s\(number)\(base) {\n"
      for subject in ["x", "x[a]", "x[b]", "y", "z", "率", "p", "g", "h", "q"] where random.once(in: 2) {
        // Two lines for one cell would be an error.
        if subject.hasPrefix("x["), script.split(separator: "{").last?.contains("  x ") == true { continue }
        script += "  \(subject) \(Self.move(subject, &random))\n"
      }
      if random.once(in: 5) { script += "  otherwise missing\n" }
      script += "}\n"
      names.append("s\(number)")
    }
  }

  /// Returns how a line of a scenario lets `subject` move.
  private static func move(_ subject: String, _ random: inout SeededGenerator) -> String {
    let amount = Double(Int.random(in: 1...96, using: &random)) / 8
    switch subject {
    case "g": return "= \(amount)%"
    case "h": return "= \(amount)"
    case "率": return random.once(in: 3) ? "+= \(amount)pp" : "rises \(amount)pp per year up to 90%"
    case "p", "q": return random.once(in: 2) ? "*= \(amount)" : "= \(amount) * x / h from 2024"
    default: break
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "grows \(amount)% per year"
    case 1: return "rises h per year until 2024, then \(amount)"
    case 2: return "reaches \(amount) by 2025"
    case 3: return "follows trend(2019..2022)"
    case 4: return "= \(amount) + prev(z) from 2023"
    case 5: return "+= \(amount)"
    case 6: return "shrinks g from 2024"
    default: return "*= \(amount)"
    }
  }
}

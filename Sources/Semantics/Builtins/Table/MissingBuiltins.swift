import Source

extension Builtin {
  /// The functions that look at why values are missing.
  static let missings: [Builtin] = [
    Builtin(
      "reason", "缺失原因", .missing(.reason), "reason(x)",
      Phrase("why each cell is missing, as a word", "各单元格缺失的原因"),
      details: [
        Phrase(
          "A known cell has no reason, so it is not equal to any of them, and different from all",
          "已知的单元格没有原因，与任何原因都不相等"),
        Phrase(
          "The words are those of the table of reasons in values.md, such as not_reported, suppressed and unreadable",
          "可用的词见 values.md 的缺失原因表，例如 未报、不公布、不可读"),
      ],
      example: Example(
        """
        use "s.csv" with "…" = unpublished
        show reason(jobs)
        show count(reason(jobs) == not_reported)
        """,
        sheet: """
          region,indicator,unit,period,value
          north,jobs,人,2023,120
          south,jobs,人,2023,
          east,jobs,人,2023,…
          """)),
    Builtin(
      "fill", "填补", .missing(.fill), "fill(x, 0, only: not_reported)",
      Phrase("the values, with a number where they are missing", "以给定的数填补缺失值"),
      details: [
        Phrase(
          "With 'only', which may be written several times, cells that are missing for other reasons stay missing",
          "写明 only（可写多次）时，因其他原因缺失的单元格仍为缺失"),
        Phrase(
          "The answer says how many cells were filled; a combination of members that the sheet does not have is not",
          "答案会注明填补了多少个单元格；表中没有的成员组合不填补"),
      ],
      example: Example(
        """
        use "s.csv" with "…" = unpublished
        show fill(jobs, 0 人, only: not_reported), jobs
        """,
        sheet: """
          region,indicator,unit,period,value
          north,jobs,人,2023,120
          south,jobs,人,2023,
          east,jobs,人,2023,…
          """)),
  ]
}

import Source

/// What a column of a sheet is for.
enum HeadingRole: String, Hashable, Sendable, CaseIterable {
  case region, parent, indicator, period, part, unit, status, owner, attribute, group, item, frequency
  /// Which way is better of a target that is a number alone.
  case better
  /// The item's number; read by nobody, and no reason for a note.
  case number
  /// Where a figure comes from, remarks, definitions: known, and not used.
  case remark
}

/// The headings that are known, as an editable table; spellings are compared without blanks and in lower case.
enum HeadingWords {
  /// The spellings of each role, parted by blanks.
  static let roles: [(role: HeadingRole, spellings: String)] = [
    (
      .region,
      """
      地区 区域 地域 所在地区 县市区 县(市、区) 县(市,区) 县(市区) 市县 区县 县区 县 市 省 省份 省市 城市 城区 乡镇 镇街 街道 乡镇街道 \
      乡镇(街道) 行政区 行政区划 行政区域 地区名称 区划名称 国家 国家和地区 \
      region regions area country city county province district place territory regionname countryname entity economy geo \
      geo\\time geo\\time_period location ref_area reporter municipality
      """
    ),
    (
      .parent,
      """
      上级地区 上级 上级区域 上级行政区 所属地区 所属区域 所属市 所属省 所属州市 所属地市 parent parents parent_region parentregion \
      parentname
      """
    ),
    (
      .indicator,
      """
      指标 指标名称 指标名 指标内容 指标项 指标项目 主要指标 具体指标 核心指标 考核指标 监测指标 三级指标 指标体系 名称 \
      indicator indicators indicatorname name series seriesname variable measure metric item_name subject
      """
    ),
    (
      .period,
      """
      年份 年度 年 年月 时间 时期 期间 报告期 统计期 统计时间 日期 \
      period time year years yr date timeperiod time_period observation_date
      """
    ),
    (.part, "月份 月 季度 季 半年 month months mon quarter quarters qtr half"),
    (.unit, "单位 计量单位 度量单位 数据单位 指标单位 unit units unitofmeasure unit_of_measure uom"),
    (.status, "状态 标记 数据状态 标志 status mark flag flags flagcodes obs_flag obs_status obsstatus observationstatus"),
    (
      .owner,
      """
      责任单位 责任部门 牵头单位 牵头部门 牵头责任单位 主要责任单位 主管单位 主管部门 负责单位 负责部门 责任科室 责任处室 承办单位 \
      填报单位 实施单位 落实单位 责任主体 配合单位 配合部门 \
      owner owners responsible responsibleunit responsibledepartment responsibleagency department agency
      """
    ),
    (.better, "指标方向 优劣方向 指标正负 正负向 正逆向 better betterdirection better_direction"),
    (.attribute, "指标属性 属性 指标性质 性质 指标类型 attribute attributes"),
    (.group, "类别 分类 大类 类型 领域 板块 维度 一级指标 指标类别 指标分类 所属类别 group category class theme pillar domain"),
    (
      .item,
      """
      项目 项目名称 标志性成果 重点工作 重点任务 主要任务 工作任务 工作内容 重大改革 改革事项 改革任务 事项 任务 举措 重大项目 二级指标 \
      item items project task tasks initiative
      """
    ),
    (
      .frequency,
      """
      频次 频率 填报频次 填报频率 报送频次 报送频率 上报频次 上报频率 统计频次 统计频率 更新频次 更新频率 监测频次 报告频次 \
      frequency reportingfrequency reporting_frequency
      """
    ),
    (
      .number,
      """
      序号 编号 序 指标代码 代码 no no. number # id code index nr countrycode country_code indicatorcode indicator_code seriescode \
      iso iso2 iso3 isocode iso_code iso_alpha iso_num fips geoid
      """
    ),
    (
      .remark,
      """
      来源 数据来源 资料来源 备注 说明 注释 指标解释 指标说明 计算方法 口径 责任人 责任领导 分管领导 联系人 完成时限 \
      source sources remark remarks note notes comment comments definition description freq dataflow lastupdate structure
      """
    ),
  ]

  /// Words that make a column one of observed values.
  static let values = words(
    "实际 实际值 实际数 实际完成 实际完成值 实绩 实绩值 完成 完成值 完成数 完成情况 数值 数据 值 数 现状 现状值 基期 基期值 基数 指标值 统计值 观测值 总量 绝对量 绝对数 绝对值 "
      + "value values actual actuals obs obs_value obsvalue observation observed amount figure data")
  /// Words that make a column one of targets.
  static let targets = words(
    "目标 目标值 目标数 工作目标 年度目标 计划 计划值 计划数 预期 预期值 预期目标 预期性目标 目标任务 任务数 年度任务 考核目标 考核值 target targets goal plan planned")
  /// Words of value columns that a target column may carry too: 目标数值, target value.
  static let neutralValues: Set<String> = ["值", "数", "数值", "指标值", "value", "values", "figure"]
  /// Words that make a column one of growth in percent, where it says %.
  static let growth = words(
    "同比增长 同比增速 同比增幅 同比增减 同比 增速 增长率 增幅 增减 增长 比上年增长 比上年同期增长 比去年增长 比去年同期增长 比上年 比上年同期 比去年同期 "
      + "± +- +/- +,- 幅度 % growth growthrate yoy change")
  /// Words that change nothing beside these.
  static let fillers = words("年度 全年 年 的 of for in the : - _ ")

  /// Returns how long the part of a year is that a column headed `compact` gives by its number: `quarter`, `月份`.
  static func partFrequency(_ compact: String) -> Frequency? {
    guard role(of: compact) == .part else { return nil }
    if compact.contains("半") || compact.hasPrefix("h") { return .half }
    return compact.contains("季") || compact.hasPrefix("q") ? .quarter : .month
  }

  private static func words(_ text: String) -> [String] { text.wordsBetweenBlanks }

  /// Returns the role of a column headed `compact`.
  static func role(of compact: String) -> HeadingRole? {
    index.line(of: compact).map { roles[$0].role }
  }

  private static let index = WordIndex(roles.map(\.spellings))
}

import Source

/// `use "file.csv" as NAME with field = "heading", …`.
package struct UseSyntax: Hashable, Sendable {
  /// One mapping of a field.
  package struct Mapping: Hashable, Sendable {
    /// What a field is mapped to.
    package enum Value: Hashable, Sendable {
      /// A heading, or a printed mark.
      case heading(TextSyntax)
      /// A constant that is a name: a region, a missing reason.
      case name(NameSyntax)
      /// A constant that is a period.
      case period(PeriodSyntax)
    }

    /// What is being mapped: a field's name, or a printed mark in quotes.
    package enum Key: Hashable, Sendable {
      /// A field: `value`, `region`, `fill`.
      case field(PathSyntax)
      /// A mark, as in `with "…" = unpublished`.
      case mark(TextSyntax)
    }

    /// What is mapped.
    package let key: Key
    /// What it is mapped to.
    package let value: Value

    /// Creates a mapping.
    package init(key: Key, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The file, without interpolation.
  package let file: TextSyntax
  /// The name after `as`.
  package let name: NameSyntax?
  /// The mappings, in order.
  package let mappings: [Mapping]

  /// Creates a use.
  package init(file: TextSyntax, name: NameSyntax?, mappings: [Mapping]) {
    self.file = file
    self.name = name
    self.mappings = mappings
  }
}

/// `import "other.gf" as NAME`.
package struct ImportSyntax: Hashable, Sendable {
  /// The file, without interpolation.
  package let file: TextSyntax
  /// The name after `as`.
  package let name: NameSyntax?

  /// Creates an import.
  package init(file: TextSyntax, name: NameSyntax?) {
    self.file = file
    self.name = name
  }
}

/// `unit 亩 = 666.667 平方米`.
package struct UnitDeclarationSyntax: Hashable, Sendable {
  /// The unit's name.
  package let name: NameSyntax
  /// What one of it is, or nil for a unit that converts to no other.
  package let definition: QuantitySyntax?

  /// Creates a unit declaration.
  package init(name: NameSyntax, definition: QuantitySyntax?) {
    self.name = name
    self.definition = definition
  }
}

/// `param g : % in 0%..12% = 6%`.
package struct ParameterSyntax: Hashable, Sendable {
  /// The parameter's name.
  package let name: NameSyntax
  /// The unit after the colon.
  package let unit: UnitSyntax?
  /// The range it may take.
  package let bounds: RangeSyntax?
  /// Its value.
  package let value: ExpressionSyntax

  /// Creates a parameter.
  package init(name: NameSyntax, unit: UnitSyntax?, bounds: RangeSyntax?, value: ExpressionSyntax) {
    self.name = name
    self.unit = unit
    self.bounds = bounds
    self.value = value
  }
}

/// `indicator x : 万元 kind flow better higher …`; of a clause written twice the first is kept and the second reported.
package struct IndicatorSyntax: Hashable, Sendable {
  /// The indicator.
  package let path: PathSyntax
  /// The unit after the colon.
  package let unit: UnitSyntax?
  /// The name after `kind`.
  package let kind: NameSyntax?
  /// The name after `better`.
  package let better: NameSyntax?
  /// The range its values may take.
  package let range: RangeSyntax?
  /// The responsible units, the lead first.
  package let owners: [MemberSyntax]
  /// The attribute.
  package let attribute: MemberSyntax?
  /// The group.
  package let group: MemberSyntax?
  /// The name after `every`: how often a value is due.
  package let every: NameSyntax?

  /// Creates an indicator statement.
  package init(
    path: PathSyntax, unit: UnitSyntax?, kind: NameSyntax?, better: NameSyntax?, range: RangeSyntax?,
    owners: [MemberSyntax], attribute: MemberSyntax?, group: MemberSyntax?, every: NameSyntax?
  ) {
    self.path = path
    self.unit = unit
    self.kind = kind
    self.better = better
    self.range = range
    self.owners = owners
    self.attribute = attribute
    self.group = group
    self.every = every
  }
}

/// `alias NAME : UNIT = EXPRESSION`.
package struct AliasSyntax: Hashable, Sendable {
  /// The name.
  package let name: NameSyntax
  /// The unit after the colon.
  package let unit: UnitSyntax?
  /// The formula.
  package let formula: ExpressionSyntax

  /// Creates an alias.
  package init(name: NameSyntax, unit: UnitSyntax?, formula: ExpressionSyntax) {
    self.name = name
    self.unit = unit
    self.formula = formula
  }
}

/// `aggregate NAME = FUNCTION(…) over … by … where … require …`.
package struct AggregateSyntax: Hashable, Sendable {
  /// The name.
  package let name: NameSyntax
  /// The unit after the colon.
  package let unit: UnitSyntax?
  /// The function.
  package let function: PathSyntax
  /// The function's arguments.
  package let arguments: [ArgumentSyntax]
  /// The fields after `over`; empty where there is none.
  package let over: [PathSyntax]
  /// The fields after `by`; empty where there is none.
  package let by: [PathSyntax]
  /// The condition after `where`.
  package let filter: ExpressionSyntax?
  /// The least coverage.
  package let require: ExpressionSyntax?

  /// Creates an aggregate.
  package init(
    name: NameSyntax, unit: UnitSyntax?, function: PathSyntax, arguments: [ArgumentSyntax],
    over: [PathSyntax], by: [PathSyntax], filter: ExpressionSyntax?, require: ExpressionSyntax?
  ) {
    self.name = name
    self.unit = unit
    self.function = function
    self.arguments = arguments
    self.over = over
    self.by = by
    self.filter = filter
    self.require = require
  }
}

/// `same 'A' = 'B'`.
package struct SameSyntax: Hashable, Sendable {
  /// The names that are one thing, two or more.
  package let names: [PathSyntax]

  /// Creates a statement of sameness.
  package init(names: [PathSyntax]) {
    self.names = names
  }
}

/// `set NAME = { a weight 30, b weight 25 }` or `set NAME = indicators where …`.
package struct SetSyntax: Hashable, Sendable {
  /// One member of a set.
  package struct Element: Hashable, Sendable {
    /// The indicator.
    package let path: PathSyntax
    /// Its weight.
    package let weight: QuantitySyntax?

    /// Creates a member of a set.
    package init(path: PathSyntax, weight: QuantitySyntax?) {
      self.path = path
      self.weight = weight
    }
  }

  /// How a set is written.
  package enum Form: Hashable, Sendable {
    /// Its members, listed.
    case elements([Element])
    /// A relation and the condition its rows meet.
    case filter(PathSyntax, ExpressionSyntax)
  }

  /// The name.
  package let name: NameSyntax
  /// What it holds.
  package let form: Form

  /// Creates a set.
  package init(name: NameSyntax, form: Form) {
    self.name = name
    self.form = form
  }
}

/// `rule NAME "message": CONDITION where … under … severity …`.
package struct RuleSyntax: Hashable, Sendable {
  /// The name.
  package let name: NameSyntax
  /// What is said where it fails.
  package let message: TextSyntax?
  /// The condition.
  package let condition: ExpressionSyntax
  /// Which cells are judged.
  package let filter: ExpressionSyntax?
  /// The scenarios it is judged in; empty for all that are used.
  package let scenarios: [PathSyntax]
  /// The name after `severity`.
  package let severity: NameSyntax?

  /// Creates a rule.
  package init(
    name: NameSyntax, message: TextSyntax?, condition: ExpressionSyntax, filter: ExpressionSyntax?,
    scenarios: [PathSyntax], severity: NameSyntax?
  ) {
    self.name = name
    self.message = message
    self.condition = condition
    self.filter = filter
    self.scenarios = scenarios
    self.severity = severity
  }
}

/// `correlate A, B = 0.6`.
package struct CorrelateSyntax: Hashable, Sendable {
  /// The names whose draws are tied, two or more.
  package let paths: [PathSyntax]
  /// The rank correlation.
  package let value: ExpressionSyntax

  /// Creates a correlation.
  package init(paths: [PathSyntax], value: ExpressionSyntax) {
    self.paths = paths
    self.value = value
  }
}
